"""Search: the words of a dossier, folded once, each distinct word held once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pyarrow.compute as pc  # type: ignore[import-untyped, unused-ignore]

from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import excerpt_links

Mask = npt.NDArray[np.bool_]

MAX_WORDS = 12
MAX_WORD_LENGTH = 60
TEXTS_AT_ONCE = 100_000
FEW_WORDS = 1_000

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
    """The words of ``size`` texts, the other way round: for each word, the texts that have it.

    ``vocabulary`` holds each distinct word once, folded; word ``i`` stands in the texts
    ``texts[starts[i]:starts[i + 1]]``.
    """

    vocabulary: pa.Array
    starts: npt.NDArray[np.intp]
    texts: npt.NDArray[np.int32]
    size: int

    def having(self, part: str) -> Mask:
        """Which texts have a word that contains this folded part of a word."""
        mask = np.zeros(self.size, dtype=np.bool_)
        wanted = pc.match_substring(self.vocabulary, part).to_numpy(zero_copy_only=False)
        found = np.flatnonzero(wanted)
        if len(found) > FEW_WORDS:
            mask[self.texts[np.repeat(wanted, np.diff(self.starts))]] = True
        else:
            for word in found.tolist():
                mask[self.texts[self.starts[word] : self.starts[word + 1]]] = True
        return mask


def read_words(*columns: pd.Series) -> Words:
    """The words of columns that stand side by side, split at white space."""
    lengths, parts, size = [], [], len(columns[0])
    for start in range(0, size, TEXTS_AT_ONCE):
        words = _split(
            _side_by_side([each.iloc[start : start + TEXTS_AT_ONCE] for each in columns])
        )
        lengths.append(pc.list_value_length(words).to_numpy(zero_copy_only=False))
        parts.append(words.flatten().dictionary_encode())
    if not parts:
        return _words([], np.zeros(0, dtype=np.int64), 0)
    chunks = pa.chunked_array(parts).unify_dictionaries().chunks
    del parts
    places = np.repeat(np.arange(size, dtype=np.int32), np.concatenate(lengths))
    pairs = np.empty(len(places), dtype=np.int64)
    at = 0
    for chunk in chunks:
        pairs[at : at + len(chunk)] = chunk.indices.to_numpy()
        at += len(chunk)
    pairs <<= 32
    pairs |= places
    del places
    return _words(chunks[-1].dictionary.to_pylist(), pairs, size)


def _split(texts: pa.Array) -> pa.Array:
    """The words of each text; where single spaces are all the white space, the quick way."""
    words = pc.split_pattern(texts, " ")
    if any(word and word.split() != [word] for word in pc.unique(words.flatten()).to_pylist()):
        return pc.utf8_split_whitespace(texts)
    return words


def _words(spelled: list[str], pairs: npt.NDArray[np.int64], size: int) -> Words:
    """Words from pairs of a word's code and the text it stands in, as one whole number each."""
    # So they are grouped by word far faster than by two keys.
    pairs.sort()
    first = np.ones(len(pairs), dtype=np.bool_)
    np.not_equal(pairs[1:], pairs[:-1], out=first[1:])
    pairs = pairs[first]
    texts = pairs.astype(np.int32)  # the lower half of each number
    pairs >>= 32
    starts = np.searchsorted(pairs, np.arange(len(spelled) + 1))
    folded = pa.array([searchable(word) for word in spelled], type=pa.large_string())
    return Words(folded, starts, texts, size)


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """What can be found in a dossier: the words of its events and those of its excerpts."""

    own: Words
    said: Words


@kept_with_dossier
def search_index(dossier: Dossier) -> SearchIndex:
    """The index of a dossier, made once: titles, summaries, actors; excerpts and speakers."""
    events, excerpts = dossier.events, dossier.excerpts
    own = (events["title"], events["summary"], events["actors"])
    return SearchIndex(read_words(*own), read_words(excerpts["exact"], excerpts["speaker"]))


def _side_by_side(columns: list[pd.Series]) -> pa.Array:
    """The texts of some rows, of lists the entries, with a space between."""
    told = (each.map(" ".join) if each.dtype == object else each for each in columns)
    texts = [pa.array(column.astype("str"), type=pa.large_string()) for column in told]
    return pc.binary_join_element_wise(*texts, pa.scalar(" ", type=pa.large_string()))


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
