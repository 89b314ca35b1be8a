"""The residents' pages: those open to all, a guest's, a resident's own, a helper's, the hall's."""

from playwright.sync_api import Page

from tests import cast
from tests.browser.everywhere.looks import (
    Keys,
    arrive,
    look,
    post,
    press,
    tick,
    unfold,
    wait,
    write,
)
from tests.portal.forms import CODE, FORM, TYPED

LISTS = ("event", "relation", "subject_sex", "delivery")


def answered(page: Page, keys: Keys) -> None:
    """The whole form as somebody fills it in at a desk."""
    page.wait_for_selector("form[data-ready]")
    for name, value in TYPED.items():
        if name not in LISTS:
            page.fill(f"#{name}", value)
        elif page.locator(f"select#{name}").count():
            page.select_option(f"#{name}", value)
        else:
            tick(f"input[name={name}][value={value}]")(page, keys)


def begun(page: Page, keys: Keys) -> None:
    """A help of Mẫu's half an hour."""
    page.fill("#name", "Lù A Mẫu")
    page.fill("#birth", "1968")
    page.select_option("#village", f"{cast.COC_SAN}-01")
    tick("input[value=spoken]")(page, keys)
    page.fill("#witness", "Lò Thị Chứng")
    page.locator("main form button").last.click()
    page.wait_for_selector("[data-help]")


NEW = f"{FORM}?for=none&new=1"
PUBLIC = [
    look(""),
    look("", "/?q=mat+giay+khai+sinh", "found"),
    look("", "/?q=zzzz", "nothing found"),
    look("event/<slug:name>", "/event/birth", "a question"),
    look("event/<slug:name>/need", "/event/birth/need?parents=married", "another question"),
    look(
        "event/<slug:name>/need", "/event/lost/need?paper=birth&book=unknown&ground=poor", "answer"
    ),
    look("elsewhere/<slug:name>", "/elsewhere/adoption"),
    look("p/<str:code>", f"/p/{CODE}"),
    look("p/<str:code>", "/p/nothing", "not there"),
    look("help"),
    look("track"),
    look("track", "", "refused", post()),
    look("track", "/track", "found", write("#code", "{code}"), write("#fact", "0001"), post()),
    look("d"),
    look("d", "", "refused", post()),
    look("sign-in"),
    look("sign-in", "", "refused", write("#login", "thu"), write("#password", "x"), post()),
    look("phone"),
    look("phone", "", "refused", post()),
    look("v/<str:token>", "/v/x", "unreadable"),
    look("v/<str:token>", "/v/{token}", "valid"),
    look("v/<str:token>", "/v/{ended_token}", "revoked"),
    look("outbox"),
    look("done"),
    look("done", "", "done", press("[data-leave], main button")),
    look("rehearsal/messages"),
    look("design"),
    look("design/form"),
    look("design/desk"),
    look("mine", "/desk", "signed out", wait("main")),
]
GUEST = [
    look("apply/<str:code>", FORM, "as it opens"),
    look("apply/<str:code>", NEW, "refused", post("main form.form"), wait("form[data-ready]")),
    look(
        "apply/<str:code>",
        NEW,
        "no telephone",
        answered,
        write("#filer_phone", ""),
        tick("[name=unknown][value=filer_phone]"),
        press("[name=hand_in]"),
        arrive("**draft=*"),
        wait("form[data-ready]"),
    ),
    look("kept/<uuid:key>", NEW, "kept", answered, press("[name=keep]"), arrive("**/kept/*")),
    look("d", "/d", "found", write("#code", "{draft_code}"), write("#fact", "0001"), post()),
    look("confirm", NEW, "code sent", answered, press("[name=hand_in]"), arrive("**/confirm")),
    look("confirm", "/confirm", "wrong code", write("#code", "000000"), post()),
    look("rehearsal/messages", "/rehearsal/messages", "a message"),
]
RESIDENT = [
    look("mine"),
    look("apply/<str:code>", FORM, "for whom"),
    look("apply/<str:code>", f"{FORM}?for=self&new=1", "filled in"),
    look("apply/<str:code>", NEW, "refused", post("main form.form"), wait("form[data-ready]")),
    look("apply/<str:code>", f"{FORM}?draft={{draft}}", "a draft"),
    look("kept/<uuid:key>", "/kept/{draft}"),
    look("receipt/<uuid:key>", "/receipt/{submitted}"),
    look("receipt/<uuid:key>", "/receipt/{revoked}", "paper revoked"),
    *(
        look("mine/<uuid:key>", f"/mine/{{{one}}}", one, unfold)
        for one in ("submitted", "checked", "asked", "refused", "done", "revoked", "draft")
    ),
    look("mine/<uuid:key>", "/mine/00000000-0000-4000-8000-000000000000", "not there"),
    look("mine/<uuid:key>/supplement", "/mine/{asked}/supplement"),
    look("mine/<uuid:key>/supplement", "/mine/{asked}/supplement", "refused", post()),
    look("mine/<uuid:key>/attach", "/mine/{submitted}/attach"),
    look("mine/<uuid:key>/attach", "/mine/{submitted}/attach", "refused", post()),
    look("mine/<uuid:key>/withdraw", "/mine/{submitted}/withdraw"),
    look("mine/<uuid:key>/withdraw", "/mine/{done}/withdraw", "not any more"),
    look("call/<uuid:key>", "/call/{draft}"),
    look("call/<uuid:key>", "/call/{draft}", "refused", write("#phone", "12"), post()),
    look("call/<uuid:key>", "/call/{called}", "promised", unfold),
    look("take-back/<uuid:key>", "/take-back/{draft}"),
    look("outbox"),
    look("done"),
    look("desk/password", "/desk/password"),
    look("desk/password", "/desk/password", "refused", post()),
    look("desk", "/desk", "closed to residents"),
]
# Where the list stands once the telephone has it.
OUT = "[data-view=list]"
HELPER = [
    look("village/"),
    look("village/voices"),
    look("village/voices/<str:code>/<slug:tongue>", f"/village/voices/{CODE}/giay"),
    look("village/begin"),
    *(
        look(
            "village/begin",
            "",
            kind,
            tick(f"input[value={kind}]"),
            tick("[name=foreign]"),
            tick("[name=unlettered]"),
        )
        for kind in ("spoken", "drawn", "code")
    ),
    look("village/begin", "", "refused", post()),
    look("", "/village/begin", "a help runs", begun),
    look("apply/<str:code>", NEW, "under a help"),
    look("apply/<str:code>", NEW, "refused under a help", post("main form.form")),
    look(
        "kept/<uuid:key>",
        NEW,
        "kept under a help",
        answered,
        press("[name=keep]"),
        arrive("**/kept/*"),
    ),
    look(
        "handed/<uuid:key>", "/", "handed over", press("[data-help] button"), arrive("**/handed/*")
    ),
    look("village/", "/village/", "somebody was helped"),
    look("village/", "/village/?over=1", "the half hour is over"),
    look("village/out"),
    look(
        "village/out",
        "",
        "the list is taken",
        tick("[name=round]"),
        press("[data-taking] .acts button"),
        wait(OUT),
    ),
    look(
        "village/out", "", "a household", wait(OUT), press("[data-home] a"), wait("[data-calling]")
    ),
    look(
        "village/out",
        "",
        "a household, refused",
        wait(OUT),
        press("[data-home] a"),
        press("[data-calling] button"),
        wait("[data-calling] .error"),
    ),
    look(
        "village/out",
        "",
        "a help, refused",
        wait(OUT),
        press("[data-begin-with]"),
        press("[data-begin] .acts button"),
        wait("[data-mistakes]"),
    ),
]
HALL = [
    look("turn/<slug:commune>", f"/turn/{cast.COC_SAN}"),
    look("turn/<slug:commune>", f"/turn/{cast.COC_SAN}?kiosk=back", "the tablet"),
    look(
        "turn/<slug:commune>/<uuid:key>", f"/turn/{cast.COC_SAN}", "a number", press("main button")
    ),
    look("screen/<slug:commune>", f"/screen/{cast.COC_SAN}"),
]
