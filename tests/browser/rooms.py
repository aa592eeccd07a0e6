"""Rooms: the screens a briefing must be readable on, and what is wrong with a step on one."""

from __future__ import annotations

ROOMS = [(1024, 768), (1920, 1080)]
SMALLEST = 20  # pixels
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

FAULTS = """stage => {
  const body = stage.querySelector(".step-body"), faults = []
  if (body.scrollHeight > body.clientHeight + 1) faults.push("the body is cut")
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement
    if (!text.textContent.trim() || parent.closest(".visually-hidden")) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect(), words = text.textContent.slice(0, 30)
    if (!box.width) continue
    const size = parseFloat(getComputedStyle(parent).fontSize)
    if (size < SMALLEST) faults.push(`${size}px: ${words}`)
    const outside = box.bottom > innerHeight || box.right > innerWidth || box.left < 0
    if (outside) faults.push(`cut: ${words}`)
  }
  return faults
}""".replace("SMALLEST", str(SMALLEST))
