"""Who keeps files names them in a column that the sweep knows."""

from tests.house.source import sources

# Each with the column (a `FileDigest`) that names what it keeps; without one the sweep would take
# its files away after a day.
KEEPERS = {
    "src/motcua/dossiers/drawn.py": "dossiers.DossierEvent.signature, helping.Help.signature",
    "src/motcua/dossiers/actions/papers.py": "dossiers.PaperFile.digest",
    "src/motcua/registers/actions/scanning.py": "registers.Scan.digest",
    "src/motcua/voices/actions.py": "voices.Recording.sound",
    "src/motcua/results/press.py": "results.Document.sha256",
}


def test_every_keeper_of_files_says_which_column_names_them() -> None:
    found = {
        s.path for s in sources(".py") if s.path.startswith("src/") and "files.keep(" in s.text
    }
    assert found == set(KEEPERS)
