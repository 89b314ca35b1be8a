"""What is turned away before anybody reads it."""

from pathlib import Path

import pytest
from django.test import Client

from motcua.parts.kept import MOST_BODY
from motcua.project import settings as product

pytestmark = pytest.mark.django_db


class Untouched:
    """A body that says so when somebody begins to read it."""

    def read(self, *_most: int) -> bytes:
        raise AssertionError("it was read")

    readline = read


@pytest.mark.parametrize("length", [str(MOST_BODY + 1), "9" * 11, "-1", "many"])
@pytest.mark.parametrize("path", ["/apply/2.000635", "/sign-in", "/nowhere"])
def test_a_body_beyond_measure_is_not_read(client: Client, path: str, length: str) -> None:
    answer = client.generic(
        "POST",
        path,
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=length,
        **{"wsgi.input": Untouched()},
    )
    assert answer.status_code == 413
    assert "Các tệp gửi cùng lúc quá lớn" in answer.content.decode()


@pytest.mark.parametrize("path", ["/?q=a%00b", "/p/a%00b", "/desk/search?q=%00"])
def test_the_letter_0_in_an_address_is_no_text(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


def test_the_letter_0_in_a_form_is_no_text(client: Client) -> None:
    assert client.post("/track", {"code": "48217\x007306", "fact": "0001"}).status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a@127.0.0.1"])
def test_no_name_but_our_own_is_answered(client: Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


def test_the_name_of_the_tests_is_none_of_the_products() -> None:
    source = Path(product.__file__).read_text(encoding="utf-8")
    assert "testserver" not in source
