"""What runs leave behind goes by itself, though not after each of them."""

from __future__ import annotations

import asyncio
import gc
import tomllib
import weakref
from pathlib import Path

from components.web.litter import for_good, litter_collected

CONFIG = Path(__file__).parents[2] / ".streamlit/config.toml"


class Kept:
    """Something that only a collector finds, as it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_holds_itself_goes_at_the_next_collection():
    gone = asyncio.Event()

    async def leave() -> None:
        async with litter_collected(0.01):
            weakref.finalize(Kept(), gone.set)
            await asyncio.wait_for(gone.wait(), 60)

    was_enabled = gc.isenabled()
    gc.disable()
    try:
        asyncio.run(leave())
    finally:
        if was_enabled:
            gc.enable()


def test_what_is_loaded_for_good_is_not_walked_meanwhile_nor_later():
    was_enabled = gc.isenabled()
    gc.enable()
    try:
        with for_good():
            loaded = Kept()
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert not any(each is loaded for each in gc.get_objects())
    finally:
        gc.unfreeze()
        if not was_enabled:
            gc.disable()


def test_streamlit_does_not_collect_after_every_run():
    assert tomllib.loads(CONFIG.read_text("utf-8"))["runner"]["postScriptGC"] is False
