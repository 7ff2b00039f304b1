"""The page where files are chosen, and the page that says why something was refused."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jdlint.load import LOADERS
from jdlint.report.html.safe import safe
from jdlint.report.html.shell import shell
from jdlint.web.refusal import Refusal
from jdlint.web.upload import MEGABYTE, MOST_BYTES, MOST_FILES
from jdlint.web.wording import WORDS


def entrance(lang: str) -> str:
    """Where files are chosen."""
    say = WORDS[lang]
    most = MOST_BYTES // MEGABYTE
    parts = ("private", "together", "after")
    about = "".join(f"<div><h2>{say[part]}</h2><p>{say[f'{part}_more']}</p></div>" for part in parts)
    (other,) = {"ru", "en"} - {lang}
    told = {
        "drop": say["drop"],
        "chosen": say["chosen"],
        "busy": say["busy"],
        "too-many": say["too_many"].replace("{most}", str(MOST_FILES)),
        "too-large": say["too_large"].replace("{most}", str(most)),
        "most-files": str(MOST_FILES),
        "most-bytes": str(MOST_BYTES),
    }
    data = " ".join(f'data-{name}="{value}"' for name, value in told.items())
    body = [
        f'<header class="top"><h1>{say["title"]}</h1>',
        f'<a href="?lang={other}" lang="{other}" hreflang="{other}">{say["other"]}</a></header>',
        f'<main><form id="entrance" method="post" action="check?lang={lang}" enctype="multipart/form-data" {data}>',
        f'<p id="lead">{say["lead"]}</p>',
        f'<label class="field">{say["files"]} <input type="file" name="files" multiple required',
        f'accept="{",".join(sorted(LOADERS))}" aria-describedby="lead limits"></label>',
        '<ul class="chosen"></ul><p role="status"></p>',
        f'<p class="buttons"><button class="main">{say["check"]}</button>',
        f'<button type="reset" hidden>{say["clear"]}</button></p>',
        f'<p id="limits">{say["limits"].format(files=MOST_FILES, bytes=most)}</p></form>',
        f'<section class="about">{about}</section></main>',
    ]
    return shell(say["title"], lang, "\n".join(body), script=_script(), form_action="'self'")


def sorry(refusal: Refusal, lang: str, home: str) -> str:
    """Why something was refused, with the way to `home`; in both languages where it is not known which is wanted."""
    langs = (lang,) if lang else ("ru", "en")
    told = "".join(f'<p lang="{one}">{safe(refusal.say(one))}</p>' for one in langs)
    say = WORDS[langs[0]]
    way = f'<p><a class="button" href="{home}?lang={langs[0]}">{say["again"]}</a></p>' if home else ""
    body = f'<main class="sorry"><h1>{say["sorry"]}</h1>{told}{way}</main>'
    return shell(say["sorry"], langs[0], body)


@cache
def _script() -> str:
    return files("jdlint.web").joinpath("entrance.js").read_text("utf-8").strip()
