"""The demo is loaded by one process: the tests of this room are not dealt out among them."""

import pytest

pytestmark = pytest.mark.xdist_group("demo")


def test_whoever_deals_out_the_tests_sees_their_group(request: pytest.FixtureRequest) -> None:
    dealt = getattr(request.config.option, "loadgroup", False)
    assert request.node.nodeid.endswith("_sees_their_group" + ("@demo" if dealt else ""))
