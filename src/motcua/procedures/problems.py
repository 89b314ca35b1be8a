"""What is wrong in a pack: every fault at once, each with its place and its cure."""

from dataclasses import dataclass
from dataclasses import field as made


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `file` is relative to the packs, `key` dotted, `code` stable for tests."""

    file: str
    key: str
    code: str
    wrong: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        return f"{place}: {self.wrong}. {self.cure}"


@dataclass(slots=True)
class Report:
    """Collects the faults of one folder; `file` is the folder's name within the packs."""

    folder: str
    problems: list[Problem] = made(default_factory=list)

    def add(self, file: str, key: str, code: str, wrong: str, cure: str) -> None:
        """Note one fault of a file in the folder."""
        place = f"{self.folder}/{file}" if file else self.folder
        self.problems.append(Problem(place, key, code, wrong, cure))

    def unread(self) -> set[str]:
        """The files that are missing or no TOML; what they should hold is not missed as well."""
        unread = (one for one in self.problems if one.code in ("missing_file", "not_toml"))
        return {one.file.removeprefix(f"{self.folder}/") for one in unread}
