"""Asks the window of a process to close, as the cross in its corner does."""

import sys

from Xlib import X, display
from Xlib.protocol import event


def windows(window):
    """A window and all below it."""
    yield window
    for child in window.query_tree().children:
        yield from windows(child)


wanted = {int(pid) for pid in sys.argv[1:]}
screen = display.Display()
protocols, delete = (screen.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
owner = screen.intern_atom("_NET_WM_PID")
asked = 0
for window in windows(screen.screen().root):
    pid = window.get_full_property(owner, X.AnyPropertyType)
    offered = window.get_wm_protocols()
    if pid and pid.value[0] in wanted and delete in offered and window.get_attributes().map_state:
        data = (32, [delete, X.CurrentTime, 0, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=protocols, data=data))
        asked += 1
screen.sync()
sys.exit(0 if asked == 1 else f"{asked} windows of {sorted(wanted)}")
