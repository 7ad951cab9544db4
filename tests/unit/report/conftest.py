"""The made-up audit result as a fixture."""

from __future__ import annotations

import pytest

from claimtrack.model import AuditResult
from tests.unit.report.samples import sample_result


@pytest.fixture
def sample() -> AuditResult:
    """A fresh made-up result."""
    return sample_result()
