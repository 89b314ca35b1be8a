"""What is loaded late is loaded when it is asked for; what is loaded early is not searched."""

import gc
import subprocess
import sys

from motcua.foundation.loading import Later, many_modules

LATE = ("xlsxwriter", "segno", "phonenumbers", "pikepdf", "PIL", "cryptography.x509")


def test_a_module_comes_when_something_of_it_is_asked_for() -> None:
    sys.modules.pop("colorsys", None)
    late = Later("colorsys")
    assert "colorsys" not in sys.modules
    assert late.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert "colorsys" in sys.modules


def test_every_page_is_loaded_without_the_libraries_that_few_acts_need() -> None:
    asked = (
        "import sys; from motcua.project.command import wake; wake();"
        "from motcua.project import web; web.load();"
        f"print([name for name in {LATE} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_nothing_is_searched_for_garbage_while_modules_are_made() -> None:
    with many_modules():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
