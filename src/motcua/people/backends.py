"""How Django learns who a session belongs to: on every page, so by a statement made once."""

from django.contrib.auth.backends import ModelBackend

from motcua.foundation.rows import by_key
from motcua.people.account import Account


class AccountBackend(ModelBackend):
    """Django's own, but for the reading of the account."""

    def get_user(self, user_id: int) -> Account | None:
        """The account, when it may sign in."""
        account = by_key(Account, user_id)
        return account if account is not None and account.is_active else None
