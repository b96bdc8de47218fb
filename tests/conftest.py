"""Settings for all tests: property tests are the same on every run where CI is set, and seek new cases elsewhere."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100, suppress_health_check=SLOW)
settings.register_profile("dev", deadline=None, max_examples=60, suppress_health_check=SLOW)
settings.register_profile("long", deadline=None, max_examples=5000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
