"""A made-up dossier of any size, the same for the same seed: `python -m benchmarks.made N FOLDER`.

The shape is that of a real archive: a dozen themes and their bursts, lists of actors, dates from a
day to a century, few headlines, and excerpts for a part of the events. Every name is invented.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

SEED = 20_260_101
MOST_EXCERPTS = 100_000
MOST_HEADLINES = 40
EXCERPTS = 0.2  # of the events, as far as MOST_EXCERPTS goes

THEMES = {
    "harbour": "Harbour and quays",
    "council": "Council and votes",
    "havneraad": "Havneråd & færger",
    "budget": "Money and audits",
    "courts": "Cours et tribunaux",
    "works": "Public works",
    "schools": "Schools",
    "water": "Wasser, Flüsse, Deiche",
    "press": "Пресса и письма",
    "health": "Health, hospitals and the long inquiry into both",
    "archive": "文書館",
    "roads": "الطرق والجسور",
}


def listed(text: str) -> list[str]:
    """The parts of a text between commas."""
    return text.split(",")


PLACES = listed("Aalvik,Brenholm,Castrel,Dunmore,Eskelund,Fjordby,Grønnes,Hallow,Istra,Jarvo")
BODIES = listed("council,harbour board,audit office,ministry,newspaper,party,union,court")
ACTORS = [f"{place} {body}" for body in BODIES for place in PLACES]
VERBS = listed(
    "approves,rejects,publishes,postpones,questions,opens,closes,audits,funds,cuts,reviews,"
    "announces,signs,leaves,joins,appeals,denies,confirms,withdraws,repeats"
)
THINGS = listed(
    "plan,budget,ferry contract,bridge,school reform,report,permit,inquiry,pier,dike,hospital wing,"
    "archive,letter,vote,hearing,agreement,tender,lease,road,water supply,staff list,minutes"
)
WORDS = listed(
    "the,of,and,a,in,to,was,that,by,on,for,with,had,from,members,said,after,before,year,costs,"
    "million,kroner,tons,delay,dispute,minutes,letter,signed,without,first,second,third,new,old,"
    "harbour,board,figures,según,procès,été,århundrede,größer,spring,autumn,witnesses,quay,work"
)
STATUSES = {"occurred": 70, "announced": 10, "claimed": 12, "ongoing": 4, "background": 4}
BASES = {"stated": 80, "derived": 14, "inferred": 6}
# How a day is written, and how often: to the day, and in every way of knowing less.
FORMS = {
    "{0:%Y-%m-%d}": 66,
    "{0:%Y-%m}": 12,
    "{0:%Y}": 4,
    "{0:%Y-%m}~": 3,
    "{0:%Y}~": 2,
    "{0:%Y-%m-%d}?": 2,
    "{0:%Y-%m-%d}/{1:%Y-%m-%d}": 6,
    "{0:%Y-%m}/..": 1,
    "[..{0:%Y-%m-%d}]": 2,
    "{0:%Y}-2{2}": 2,
}
FIRST, LAST = date(1994, 1, 1), date(2024, 12, 31)
DAYS = (LAST - FIRST).days
HEADER = (
    "event_id,date,date_basis,date_note,title,summary,theme,actors,status,importance\n",
    "excerpt_id,document_id,exact,prefix,suffix,speaker,event_ids\n",
)


class Weighted:
    """Draws from a table of values and how often each comes."""

    def __init__(self, table: dict[str, int]) -> None:
        self.values, self.sums = list(table), list(accumulate(table.values()))

    def draw(self, chance: random.Random) -> str:
        """One of the values."""
        return chance.choices(self.values, cum_weights=self.sums)[0]


def event_rows(number: int, chance: random.Random) -> Iterator[str]:
    """The rows of `events.csv`, no two with the same id."""
    forms, bases, statuses = Weighted(FORMS), Weighted(BASES), Weighted(STATUSES)
    actors = Weighted({name: 400 // (at + 4) + 1 for at, name in enumerate(ACTORS)})
    themes = Weighted({name: 100 // (at + 3) for at, name in enumerate(THEMES)})
    every = max(1, number // MOST_HEADLINES)
    bursts = {name: [chance.random() for _ in range(12)] for name in THEMES}
    for at in range(number):
        theme = themes.draw(chance)
        basis = bases.draw(chance)
        note = "" if basis == "stated" else f"From the order of the {chance.choice(THINGS)}."
        named = ";".join(dict.fromkeys(actors.draw(chance) for _ in range(chance.randint(1, 3))))
        subject = named.partition(";")[0]
        title = f"{subject} {chance.choice(VERBS)} the {chance.choice(THINGS)} no. {at % 99_991}"
        rank = 3 if at % every == every // 2 else 2 if chance.random() < 0.12 else 1
        when = made_date(chance, forms.draw(chance), bursts[theme])
        told = sentence(chance, 12)
        status = statuses.draw(chance)
        yield f"e{at:07d},{when},{basis},{note},{title},{told},{theme},{named},{status},{rank}\n"


def made_date(chance: random.Random, form: str, bursts: list[float]) -> str:
    """A date in EDTF: three in four near one of the theme's bursts, the others anywhere."""
    share = chance.random()
    if share < 0.75:
        share = min(1.0, max(0.0, chance.gauss(chance.choice(bursts), 0.015)))
    day = FIRST + timedelta(days=int(share * DAYS))
    end = day + timedelta(days=int(chance.expovariate(1 / 60)) + 1)
    season = min(24, 21 + (day.month % 12) // 3)
    return form.format(day, end, season % 10)


def sentence(chance: random.Random, length: int) -> str:
    """Some words without a comma, begun as a sentence is."""
    return f"{' '.join(chance.choices(WORDS, k=length)).capitalize()}."


def excerpt_rows(number: int, chance: random.Random) -> Iterator[str]:
    """The rows of `excerpts.csv`: each speaks of one event or of two that lie apart."""
    count = min(MOST_EXCERPTS, int(number * EXCERPTS))
    for at in range(count):
        events = f"e{chance.randrange(number):07d}"
        if at % 8 == 0:
            events += f";e{chance.randrange(number):07d}"
        document = f"doc-{int(chance.random() ** 2 * 40)}"
        exact = sentence(chance, chance.randint(8, 40))
        before, after = sentence(chance, 4), sentence(chance, 4)
        yield f"x{at},{document},{exact},{before},{after},{chance.choice(ACTORS)},{events}\n"


def document_rows(chance: random.Random) -> Iterator[str]:
    """The rows of `documents.csv`."""
    for at in range(40):
        publisher = chance.choice(ACTORS)
        day = FIRST + timedelta(days=int(chance.random() * DAYS))
        title = f"{publisher}: {chance.choice(THINGS)} of {day:%Y}"
        yield f"doc-{at},{title},{publisher},report,{day},stated,en\n"


def write_dossier(number: int, folder: Path, seed: int = SEED) -> None:
    """Write a dossier of so many events into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(f"{seed}/{number}")

    def write(name: str, header: str, rows: Iterator[str]) -> None:
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(header)
            file.writelines(rows)

    write("events", HEADER[0], event_rows(number, chance))
    write("excerpts", HEADER[1], excerpt_rows(number, chance))
    header = "document_id,title,publisher,kind,published,published_basis,language\n"
    write("documents", header, document_rows(chance))
    themes = (f'{name},"{label}",\n' for name, label in THEMES.items())
    write("themes", "theme,label,description\n", themes)


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("number", type=int, metavar="N", help="how many events")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write them")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    write_dossier(asked.number, asked.folder, asked.seed)


if __name__ == "__main__":
    main()
