"""What each kind of rule can be told: the checked options of a rule file's kind key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from jdlint.model.document import Shape
from jdlint.model.outline import Role
from jdlint.record import record


@record
class Element:
    """One step of a phrase.

    `op` is `word` (any form of `text`), `form` (that form only), `number`, `gap` (none to three tokens)
    or `slot` (a noun phrase, captured as a value: `text` is its case nom, gen, dat, acc, ins or prep, which also
    names the value, or case and name: «dat:superior»). The text of a `word` or `form` is in lower case, ё as е; it
    may be several single words joined by "|", any of which will do («директор|начальник»), and that of a `form` a mark.
    """

    op: str
    text: str = ""
    optional: bool = False


@record
class Pattern:
    """A phrase in our notation: `source` as written, and the sequences it stands for."""

    source: str
    sequences: tuple[tuple[Element, ...], ...]


@record
class Find:
    """Must not occur: phrases, sets of phrases that stand `together` in one sentence, spaCy token patterns, regular
    expressions, and `rows`: what a cell says beside the cell that names it. `unless` phrases excuse a hit that they
    overlap; `around` phrases excuse a hit in the same sentence. `uncited` excuses a hit to which a citation of law
    belongs (`beside`), in whose sentence one stands (`sentence`), or any (`document`) when one stands in the
    sentence of any hit.

    A document whose position holds one of the phrases `not_for`, or none of `only_for`, is left alone; for a
    position with one of `lawful_for`, the phrases `lawful` excuse as `unless` does. `listed` phrases are found only
    in items whose lead-in holds one of the phrases `lead`. Places of the phrases `related` go with each hit. `once`
    reports only the first hit of a document. `domestic` leaves alone a document that follows the law of another
    state. `zones` is `content` (requisites and hidden places left out) or `all`.
    """

    phrases: tuple[Pattern, ...] = ()
    together: tuple[tuple[Pattern, ...], ...] = ()
    tokens: tuple[tuple[Mapping[str, object], ...], ...] = ()
    regexes: tuple[str, ...] = ()
    rows: tuple[tuple[Pattern, ...], ...] = ()
    unless: tuple[Pattern, ...] = ()
    around: tuple[Pattern, ...] = ()
    uncited: str = ""
    not_for: tuple[Pattern, ...] = ()
    only_for: tuple[Pattern, ...] = ()
    lawful: tuple[Pattern, ...] = ()
    lawful_for: tuple[Pattern, ...] = ()
    lead: tuple[Pattern, ...] = ()
    listed: tuple[Pattern, ...] = ()
    related: tuple[Pattern, ...] = ()
    once: bool = False
    domestic: bool = False
    zones: str = "content"


@record
class Require:
    """Must occur. `of` is `section` (each role of `names` must have a section), `content` (each section
    must say something), `requisite`, `fact` (one of the kinds `names`, with marks as in `where`),
    `act` (cited somewhere) or `phrase`. `unless` phrases anywhere lift the requirement, and so does a position
    that holds none of the phrases `only_for`.

    `when` phrases, looked for in the rule's sections, give rise to it: the hit is at the first of them, and what is
    required may stand anywhere. Without `when`, a phrase required of the rule's sections is asked for only where
    there is such a section, and the hit is at its heading.
    """

    of: str
    names: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    when: tuple[Pattern, ...] = ()
    only_for: tuple[Pattern, ...] = ()


@record
class Measure:
    """Counts. `of` is `fact` (facts of kind `name` and of the kinds `also`, with marks as in `where`),
    `section` (sections of one role, for each role of the rule's `in`), `clause-number` or `section-number`.

    `maximum` distinct values are allowed `per` clause or document (the document where `per` is silent); a `maximum` of
    0 allows no fact at all, and `per` then says where each value is told only once. With `sequence` the numbers must
    follow each other without gap (`gap`), without repeat (`repeat`), or begin with the number of their section
    (`section`, clauses only). `values` names what the hit captures.
    Values are compared only among facts whose mark `by` is the same. `per` section, the facts themselves are
    counted, in the rule's sections together: at least `minimum`, at most `maximum`. `zones` is `content` (facts told
    in signatures, visas and leftovers do not count) or `all`.
    """

    of: str
    name: str = ""
    also: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    per: str = ""
    maximum: int | None = None
    minimum: int = 0
    by: str = ""
    sequence: tuple[str, ...] = ()
    values: str = "values"
    zones: str = "content"


@record
class Fill:
    """Places left to be filled (key `blank`): of these shapes; `near` keeps only blanks beside one of these
    phrases, `unless` drops them; `zones` as for Find.
    """

    shapes: frozenset[Shape]
    near: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    zones: str = "content"


@record
class Repeat:
    """The same thing said twice: `of` is a fact kind, `degree` is `same` or `near`."""

    of: str
    degree: str


@record
class Cite:
    """Citations against the register; `acts` limits the check to these.

    `check` is `article` (no such article), `status` (repealed; `standard`: a professional standard that is),
    `requisites` (date or number are wrong), `foreign` (law of another country), `claim` (the article is about
    something else), `expiring` (the act has a term that ends soon) or `mandatory` (the law that sets the
    qualification for this position is not cited).
    """

    check: str
    acts: tuple[str, ...] = ()


@record
class Refer:
    """Inner references: `to` are the kinds of target that must exist (`clause`, `section`, `annex`)."""

    to: tuple[str, ...]


@record
class Follow:
    """The professional standard and the level that the document follows. `check` is `wrong` (the standard is of
    another job), `below` and `above` (education against the level), `copied` (its text is not adapted), `title` (law
    ties privileges to a title said otherwise), or what coverage shows: `actions` and `knowledge` of the functions
    followed that the document does not carry, `foreign` duties.
    """

    check: str


# A duty that more positions have is everybody's.
MOST_SHARED = 5


@record
class Agree:
    """What the documents of an organisation must agree on.

    `check` is `duty` (one position has a duty; one that more than `most` positions have is everybody's), `cycle`
    (nobody is his own superior through others), `line` (superiors and subordinates, and those who replace each other,
    name one another), `position` (a position has one document), `staff` (whoever is named is in the staff list) or
    `process` (each step of a process is somebody's duty).
    """

    check: str
    most: int = MOST_SHARED


Options = Find | Require | Measure | Fill | Repeat | Cite | Refer | Follow | Agree
KIND_KEYS: Mapping[str, type[Options]] = {
    "find": Find,
    "require": Require,
    "measure": Measure,
    "blank": Fill,
    "repeat": Repeat,
    "cite": Cite,
    "refer": Refer,
    "follow": Follow,
    "agree": Agree,
}
ROLES: frozenset[str] = frozenset(role.value for role in Role)
