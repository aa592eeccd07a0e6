"""Search: the words of a dossier, folded once, each distinct word held once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pyarrow.compute as pc  # type: ignore[import-untyped, unused-ignore]

from dossier.kept import kept_with_dossier
from dossier.links import excerpt_links
from dossier.model import Dossier

Mask = npt.NDArray[np.bool_]

MAX_WORDS = 12
MAX_WORD_LENGTH = 60
TEXTS_AT_ONCE = 100_000

# Letters that have no decomposition in Unicode, and signs that differ only typographically.
ALIKE = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        **dict.fromkeys("‘’‚‛´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def searchable(text: str) -> str:
    """The text as search compares it: no case, no accents, no white space.

    Typographic quotes and dashes become plain ones, invisible characters vanish. It is
    meant for single words, since white space is taken out.
    """
    if not text.isascii():
        typed = text.translate(ALIKE)
        folded = unicodedata.normalize("NFKD", typed).casefold().translate(ALIKE)
        text = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if _is_seen(sign))
    return "".join(text.lower().split())


def _is_seen(sign: str) -> bool:
    return not unicodedata.combining(sign) and unicodedata.category(sign) not in ("Cf", "Cs")


def query_words(query: str) -> tuple[str, ...]:
    """The distinct folded words of a query, at most ``MAX_WORDS`` of bounded length."""
    folded = (searchable(word)[:MAX_WORD_LENGTH] for word in query.split())
    return tuple(dict.fromkeys(word for word in folded if word))[:MAX_WORDS]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of ``size`` texts.

    ``vocabulary`` holds each distinct word once, folded; ``codes`` says which word stands at
    each place, text after text; text ``texts[i]`` begins at place ``starts[i]``. Texts without
    words are left out of ``texts``.
    """

    vocabulary: pa.Array
    codes: npt.NDArray[np.int32]
    texts: npt.NDArray[np.intp]
    starts: npt.NDArray[np.intp]
    size: int

    def having(self, part: str) -> Mask:
        """Which texts have a word that contains this folded part of a word."""
        mask = np.zeros(self.size, dtype=np.bool_)
        wanted = pc.match_substring(self.vocabulary, part).to_numpy(zero_copy_only=False)
        if self.texts.size and wanted.any():
            mask[self.texts] = np.logical_or.reduceat(wanted[self.codes], self.starts)
        return mask


def read_words(texts: pa.Array) -> Words:
    """The words of an array of strings, split at white space."""
    lengths, parts = [], []
    for start in range(0, len(texts), TEXTS_AT_ONCE):
        words = pc.utf8_split_whitespace(texts.slice(start, TEXTS_AT_ONCE))
        lengths.append(pc.list_value_length(words).to_numpy(zero_copy_only=False))
        parts.append(words.flatten().dictionary_encode())
    whole = pa.chunked_array(parts, type=pa.dictionary(pa.int32(), pa.large_string()))
    whole = whole.unify_dictionaries()
    codes = [chunk.indices.to_numpy() for chunk in whole.chunks]
    spelled = whole.chunk(0).dictionary.to_pylist() if whole.num_chunks else []
    return _words(spelled, _joined(codes, np.int32), _joined(lengths, np.int32))


def _joined(parts: list[npt.NDArray[np.int32]], dtype: type[np.int32]) -> npt.NDArray[np.int32]:
    return np.concatenate(parts).astype(dtype) if parts else np.zeros(0, dtype=dtype)


def _words(
    spelled: Iterable[str], codes: npt.NDArray[np.int32], lengths: npt.NDArray[np.int32]
) -> Words:
    folded = pa.array([searchable(word) for word in spelled], type=pa.large_string())
    texts = np.flatnonzero(lengths)
    starts = (
        np.concatenate(([0], np.cumsum(lengths, dtype=np.intp)[:-1]))[texts]
        if texts.size
        else texts
    )
    return Words(folded, codes, texts, starts, len(lengths))


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """What can be found in a dossier: the words of its events and those of its excerpts."""

    own: Words
    said: Words


@kept_with_dossier
def search_index(dossier: Dossier) -> SearchIndex:
    """The index of a dossier, made once: titles, summaries, actors; excerpts and speakers."""
    events, excerpts = dossier.events, dossier.excerpts
    own = pc.binary_join_element_wise(
        _strings(events["title"]), _strings(events["summary"]), _lists(events["actors"]), " "
    )
    said = pc.binary_join_element_wise(
        _strings(excerpts["exact"]), _strings(excerpts["speaker"]), " "
    )
    return SearchIndex(read_words(own), read_words(said))


def _strings(column: pd.Series) -> pa.Array:
    return pa.array(column.tolist(), type=pa.large_string())


def _lists(column: pd.Series) -> pa.Array:
    return pa.array([" ".join(names) for names in column], type=pa.large_string())


def search_mask(dossier: Dossier, query: str) -> Mask:
    """Which events hold every word of the query, as parts of words, in any of their texts.

    The texts of an event are its title, summary and actors, and the words and speakers of its
    excerpts. An empty query holds for all.
    """
    index, links = search_index(dossier), excerpt_links(dossier)
    mask = np.ones(len(dossier.events), dtype=np.bool_)
    for word in query_words(query):
        found = index.own.having(word)
        found[links.event[index.said.having(word)[links.excerpt]]] = True
        mask &= found
    return mask
