"""The headers that every answer carries, whatever door it came through."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Everything comes from this house and nothing from a page's own text: no inline script, no inline
# style, no eval. `data:` is for pictures only; the key for an authenticator app is drawn that way.
POLICY = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
}

ALWAYS = {
    "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in POLICY.items()),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=(), publickey-credentials-get=(self)",
    "X-Robots-Tag": "noindex",
}


class Headers:
    """Sets them; a view may relax only what may be kept (Cache-Control) and found (X-Robots-Tag).

    A page stays in no cache unless its view says so: a shared workstation's *back* button must not
    show the last patient to the next person.
    """

    OPEN_TO_VIEWS = {"X-Robots-Tag"}

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            if name in self.OPEN_TO_VIEWS:
                response.headers.setdefault(name, value)
            else:
                response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response
