"""What the pages say."""

from __future__ import annotations

WORDS = {
    "ru": {
        "title": "Проверка должностных инструкций",
        "lead": "Выберите файлы Word или Markdown – один или несколько сразу – либо перетащите их на эту страницу.",
        "files": "Файлы",
        "check": "Проверить",
        "busy": "Идёт проверка. Обычно она занимает несколько секунд.",
        "drop": "Отпустите, чтобы добавить",
        "clear": "Убрать все",
        "chosen": "Выбрано файлов: {}, вместе {} МБ",
        "too_many": "Выбрано файлов: {}. За один раз проверяется до {most}.",
        "too_large": "Файлы вместе занимают {} МБ. За один раз проверяется до {most} МБ.",
        "private": "Файлы не покидают этот компьютер",
        "private_more": "Их читает программа, запущенная на нём же. Интернет не нужен, на диск ничего не "
        "записывается, а последние отчёты живут в памяти, пока программа работает.",
        "together": "Несколько файлов сравниваются",
        "together_more": "Кто кому подчиняется, не записана ли одна обязанность двоим, замещают ли друг друга те, "
        "кого назвали. Поэтому удобно выбрать все инструкции отдела сразу.",
        "after": "Что вы получите",
        "after_more": "Текст каждого документа с замечаниями у тех самых слов, причиной и нормой; копии файлов Word "
        "с примечаниями на полях; отчёт, который можно сохранить и напечатать.",
        "limits": "За один раз – до {files} файлов, вместе до {bytes} МБ. Читаются .docx, .docm, .dotx, .md; .doc, "
        ".odt и .rtf – если установлен LibreOffice.",
        "other": "English",
        "sorry": "Не получилось",
        "again": "Проверить другие файлы",
        "take": "Скачать",
        "report": "отчёт",
        "copies": "копии с замечаниями",
        "findings": "замечания",
    },
    "en": {
        "title": "Check job descriptions",
        "lead": "Choose Word or Markdown files, one or several at once, or drop them on this page.",
        "files": "Files",
        "check": "Check",
        "busy": "Checking. This usually takes a few seconds.",
        "drop": "Drop to add",
        "clear": "Remove all",
        "chosen": "Files chosen: {}, {} MB together",
        "too_many": "Files chosen: {}. At most {most} are checked at once.",
        "too_large": "The files take {} MB together. At most {most} MB are checked at once.",
        "private": "The files do not leave this computer",
        "private_more": "A program that runs on it reads them. No network is needed, nothing is written to the "
        "disk, and the last reports live in memory as long as the program runs.",
        "together": "Several files are compared",
        "together_more": "Who reports to whom, whether one duty is given to two people, whether those named replace "
        "each other. So choose all job descriptions of a department at once.",
        "after": "What you get",
        "after_more": "The text of each document with findings at the very words, the reason and the provision; copies "
        "of the Word files with comments; a report to keep and to print.",
        "limits": "At most {files} files at once, {bytes} MB together. Reads .docx, .docm, .dotx, .md; .doc, .odt and "
        ".rtf where LibreOffice is installed.",
        "other": "По-русски",
        "sorry": "That did not work",
        "again": "Check other files",
        "take": "Download",
        "report": "report",
        "copies": "copies with findings",
        "findings": "findings",
    },
}
