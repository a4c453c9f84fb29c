"""What every page must hold, whatever its kind: called with a Playwright page that shows it.

Each check raises AssertionError and lists all places where the page falls short. Colours and sizes are those that
Chromium computed; nothing here knows a style sheet or a template.
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"

# Visible elements, their background behind all layers, and contrast after WCAG 2.2 (relative luminance).
_TOOLS = """
const shown = (element) => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return box.width > 1 && box.height > 1 && style.visibility === "visible" && box.bottom + scrollY > 0
    && !element.closest("[hidden]") && element.checkVisibility();
};
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
};
const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const behind = (element) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    layers.push(rgba(getComputedStyle(at).backgroundColor));
  }
  return layers.reduceRight((under, top) => over(top, under), rgba("Canvas"));
};
const luminance = (colour) => {
  const [r, g, b] = colour.slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const name = (element) => {
  const words = (element.innerText || element.getAttribute("aria-label") || "").trim().slice(0, 24);
  return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") || ""}"> ${words}`;
};
const focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
"""


def no_sideways_scroll(page: Page, width: int = 320, text: float = 2) -> None:
    """Nothing reaches beyond the window when it is narrow and text is `text` times its size."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 800})
    found = _ask(
        page,
        """
        const root = document.documentElement;
        const was = root.style.fontSize;
        root.style.fontSize = text * parseFloat(getComputedStyle(root).fontSize) + "px";
        const found = root.scrollWidth <= root.clientWidth ? [] : [...document.body.querySelectorAll("*")]
          .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && shown(element))
          .map((element) => `${name(element)} reaches ${Math.round(element.getBoundingClientRect().right)}`)
          .concat(`the page scrolls to ${root.scrollWidth}`);
        root.style.fontSize = was;
        return found;
        """,
        text=text,
    )
    if before:
        page.set_viewport_size(before)
    assert not found, found


def targets(page: Page, px: int = 44) -> None:
    """What can be pressed is `px` wide and high. A link inside a running sentence is exempt, as in WCAG 2.5.5."""
    found = _ask(
        page,
        """
        const inSentence = (element) => getComputedStyle(element).display.startsWith("inline")
          && element.tagName === "A" && [...element.parentNode.childNodes]
            .some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 1)
          && !element.parentElement.matches("li, dd, td, nav");
        const area = (element) => {
          const label = element.matches("input[type=checkbox], input[type=radio]") && element.closest("label");
          return (label || element).getBoundingClientRect();
        };
        return [...document.querySelectorAll(focusable)]
          .filter((element) => shown(element) && !inSentence(element))
          .filter((element) => !element.closest(".prose"))
          .map((element) => [element, area(element)])
          .filter(([, box]) => box.width < px - 0.5 || box.height < px - 0.5)
          .map(([element, box]) => `${name(element)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
        """,
        px=px,
    )
    assert not found, found


def contrast(page: Page, least: float = 4.5) -> None:
    """All text, placeholders included, against what lies behind it."""
    found = _ask(
        page,
        """
        const found = new Map();
        const see = (element, colour, what) => {
          const back = behind(element);
          const value = ratio(over(rgba(colour), back), back);
          if (value < least - 0.005) found.set(what, `${what}: ${value.toFixed(2)}`);
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (walker.currentNode.textContent.trim() && shown(element) && !element.closest("script, svg, :disabled")) {
            see(element, getComputedStyle(element).color, name(element));
          }
        }
        for (const field of document.querySelectorAll("[placeholder]")) {
          see(field, getComputedStyle(field, "::placeholder").color, `placeholder ${name(field)}`);
        }
        return [...found.values()];
        """,
        least=least,
    )
    assert not found, found


def focus_visible(page: Page, least: float = 3) -> None:
    """Whatever takes the keyboard's focus shows a ring of 2 px, and every field a border, that stand out 3:1."""
    page.keyboard.press("Tab")  # from here on the browser takes focus for the keyboard's
    found = _ask(
        page,
        """
        const found = [];
        for (const element of document.querySelectorAll(focusable)) {
          if (!shown(element) && !element.classList.contains("skip")) continue;
          element.focus({ preventScroll: true });
          const style = getComputedStyle(element);
          const inside = parseFloat(style.outlineOffset) < 0;
          const back = behind(inside ? element : element.parentElement);
          const value = ratio(rgba(style.outlineColor), back);
          if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) found.push(`${name(element)}: no ring`);
          else if (value < least) found.push(`${name(element)}: ring ${value.toFixed(2)}`);
        }
        document.activeElement.blur();
        for (const field of document.querySelectorAll("input:not([type=checkbox]):not([type=radio]):not([type=hidden]), select, textarea")) {
          if (!shown(field)) continue;
          const value = ratio(rgba(getComputedStyle(field).borderTopColor), behind(field.parentElement));
          if (value < least) found.push(`${name(field)}: border ${value.toFixed(2)}`);
        }
        return found;
        """,
        least=least,
    )
    assert not found, found


def dom_order(page: Page) -> None:
    """Blocks are read as they are seen: each starts below or beside the one before it; no tab order of its own."""
    found = _ask(
        page,
        """
        const found = [...document.querySelectorAll("[tabindex]")].filter((element) => element.tabIndex > 0)
          .map((element) => `${name(element)}: tabindex ${element.tabIndex}`);
        const inFlow = (element) => {
          const style = getComputedStyle(element);
          return shown(element) && !style.display.startsWith("inline") && !["absolute", "fixed"].includes(style.position);
        };
        for (const parent of document.body.querySelectorAll("*")) {
          if (parent.closest("svg, .leaflet-container")) continue;
          const children = [...parent.children].filter(inFlow);
          for (let i = 1; i < children.length; i += 1) {
            const [a, b] = [children[i - 1].getBoundingClientRect(), children[i].getBoundingClientRect()];
            const below = b.top >= a.bottom - 2;
            const beside = b.left >= a.right - 2 && b.bottom > a.top;
            if (!below && !beside) found.push(`${name(children[i])} is seen before ${name(children[i - 1])}`);
          }
        }
        return found;
        """,
    )
    assert not found, found


def axe(page: Page) -> None:
    """No violation that axe-core finds, best practices included."""
    page.evaluate(AXE.read_text("utf-8"))
    result: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    found = [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
    assert not found, found


def _ask(page: Page, body: str, **values: float) -> list[str]:
    constants = "".join(f"const {name} = {value};\n" for name, value in values.items())
    answer: list[str] = page.evaluate(f"() => {{ {_TOOLS} {constants} {body} }}")
    return answer
