"""Whether an address may be served on, and whether it can be."""

import errno
import os
import socket
from ipaddress import ip_address

from bloodpatch.doors.console.exits import Exit, Refusal


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_reach(host: str, *, demo: bool) -> None:
    """Beyond this machine only a clinic is served, and only behind https."""
    if is_loopback(host):
        return
    if demo:
        raise Refusal(
            Exit.REFUSED,
            f"The demo is not served on {host}.",
            why="Its passwords are printed for everybody, and its clock can be turned.",
            now="Leave out --host, and look at it on this machine.",
        )
    if not os.environ.get("BLOODPATCH_ORIGIN"):
        raise Refusal(
            Exit.SETUP,
            f"{host} is reached from other machines, and no https address is named.",
            why="Patients' data travels over https only.",
            now="Put a server that ends TLS in front, and set BLOODPATCH_ORIGIN to the address "
            "that people type, such as https://patch.example.org.",
        )


def check_free(host: str, port: int) -> None:
    """Bind once to see: the server itself would only say so in its log."""
    if not 1 <= port <= 65535:
        raise Refusal(Exit.PORT, f"{port} is no port: they go from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise Refusal(Exit.PORT, *_told(host, port, fault)) from fault


def _told(host: str, port: int, fault: OSError) -> tuple[str]:
    if fault.errno == errno.EADDRINUSE:
        said = (
            f"Port {port} on {host} is in use: another program answers there already, perhaps "
            f"another Bloodpatch. Stop that one, or take another port: --port {port + 1}."
        )
    elif fault.errno == errno.EACCES:
        said = f"Port {port} needs rights that this user does not have. Take one above 1023."
    else:
        said = f"{host} port {port} cannot be served on: {fault.strerror or fault}."
    return (said,)
