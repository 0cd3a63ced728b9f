"""The audit itself: what it would never say on a good page, it says on a bad one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.auditing import faults_of_access

PALE = "document.querySelector('h1').style.color = '#bbbbbb'"
NAMELESS = "document.querySelector('h1').append(document.createElement('button'))"
BREAK = "axe.configure({ checks: [{ id: 'color-contrast', options: {} }] })"


@pytest.mark.browser
def test_a_good_page_has_no_faults_and_a_bad_one_has(page: Page) -> None:
    page.goto("/sign-in")
    assert faults_of_access(page) == []
    page.evaluate(PALE)
    assert [fault.partition(":")[0] for fault in faults_of_access(page)] == ["color-contrast"]
    page.evaluate(NAMELESS)
    assert any(fault.startswith("button-name") for fault in faults_of_access(page))


@pytest.mark.browser
def test_a_rule_that_breaks_is_a_fault(page: Page) -> None:
    page.goto("/sign-in")
    assert faults_of_access(page) == []
    page.evaluate(BREAK)
    assert any(fault.startswith("color-contrast") for fault in faults_of_access(page))
