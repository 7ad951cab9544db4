"""Where real objects are built and joined; ``Claimtrack`` is the facade over them."""

from claimtrack.bootstrap.facade import Claimtrack

__all__ = ["Claimtrack"]
