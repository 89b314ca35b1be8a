"""Sizes: what grows past them holds a second noun or a second verb."""

import ast
from collections.abc import Iterator

from tests.house.source import Source, sources

FILE, FUNCTION, VIEW = 300, 40, 20


def complaints(source: Source) -> Iterator[str]:
    """What is too long in a file."""
    lines = source.text.count("\n")
    if lines >= FILE:
        yield f"{source.path}: {lines} lines, {FILE} is too many"
    if not source.path.endswith(".py"):
        return
    for node in ast.walk(source.tree()):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        limit = VIEW if _is_view(node) else FUNCTION
        length = _length(node)
        if length > limit:
            yield f"{source.path}:{node.lineno}: {node.name} has {length} lines, {limit} at most"


def _is_view(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("opens" in ast.unparse(decorator) for decorator in node.decorator_list)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body; what it is given and its docstring cost nothing."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def ruled() -> list[Source]:
    return [s for s in sources(".py", ".js") if "/migrations/" not in s.path]


def test_files_functions_and_views_are_short() -> None:
    assert [said for source in ruled() for said in complaints(source)] == []


def test_a_long_file_barks() -> None:
    assert len(list(complaints(Source("a.py", "x = 1\n" * 300)))) == 1
    assert list(complaints(Source("a.py", "x = 1\n" * 299))) == []


def test_a_long_function_barks_and_its_docstring_costs_nothing() -> None:
    text = 'def f():\n    """One.\n\n    Two.\n    """\n' + "    x = 1\n" * 40
    assert list(complaints(Source("a.py", text))) == []
    assert len(list(complaints(Source("a.py", text + "    x = 1\n")))) == 1


def test_a_long_view_barks() -> None:
    text = "@opens(to=PUBLIC)\ndef f(request):\n" + "    x = 1\n" * 21
    assert len(list(complaints(Source("a.py", text)))) == 1
    assert list(complaints(Source("a.py", text.replace("@opens(to=PUBLIC)\n", "")))) == []
