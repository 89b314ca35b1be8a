"""Whether the editions of one procedure follow each other in time."""

from itertools import pairwise

from motcua.procedures.edition import LAW, Tree
from motcua.procedures.problems import Problem, Report

_END = "9999-12-31"


def check_editions(contents: list[tuple[str, Tree]], above: str) -> list[Problem]:
    """Folders named otherwise than their code, and editions that are in force on the same day."""
    problems: list[Problem] = []
    for folder, content in contents:
        if folder.partition("@")[0] != content["code"]:
            report = Report(f"{above}/{folder}")
            cure = f"Call the folder {content['code']} or {content['code']}@{content['valid_from']}"
            wrong = f"the code is {content['code']}, the folder is called {folder}"
            report.add(LAW, "code", "folder_name", wrong, cure)
            problems += report.problems
    in_order = sorted(contents, key=lambda pair: (pair[1]["code"], pair[1]["valid_from"]))
    for (folder, first), (later, second) in pairwise(in_order):
        if first["code"] == second["code"] and first.get("valid_to", _END) >= second["valid_from"]:
            report = Report(f"{above}/{folder}")
            wrong = f"it is still in force when {later} begins"
            report.add(LAW, "valid_to", "overlap", wrong, "End it on the day before")
            problems += report.problems
    return problems
