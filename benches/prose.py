"""Sentences in plain English, made from the word stock by a seeded random source."""

import random
import re

import words


class Writer:
    """Writes sentences about one trade. The same seed gives the same words."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.trade = self.random.choice(words.TRADES)

    def fill(self, template):
        """A template with every slot filled, and now and then a slip of the pen."""
        pick, trade = self.random.choice, self.trade
        people = self.random.sample(trade["people"], 2)
        things = self.random.sample(trade["thing"], 2)
        adjectives = self.random.sample(words.ADJECTIVES, 2)
        slots = {
            "P": people[0], "p": people[1], "T": things[0], "t": things[1],
            "A": adjectives[0], "a": adjectives[1], "L": pick(trade["place"]),
            "V": pick(trade["verb"]), "B": pick(trade["acronym"]), "H": pick(words.TIMES),
            "C": pick(words.CAUSES), "X": pick(words.CHANGES), "S": pick(words.SOURCES),
            "N": pick(words.NAMES), "W": pick(words.WEASELS), "Q": pick(words.VAGUE),
            "U": f"{pick(words.SITES)}/{self.random.randrange(10_000)}",
            "n": str(self.random.randrange(2, 40)), "k": f"{self.random.randrange(100, 9_999):,}",
            "d": f"{self.random.randrange(3, 970) / 10}%", "m": str(self.random.randrange(3, 180)),
            "$": f"${self.random.randrange(2, 900)}",
        }
        text = template
        for slot, value in slots.items():
            text = text.replace("{" + slot + "}", value)
        text = re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)
        if self.random.random() < 0.04:
            right, wrong = pick(words.SLIPS)
            text = text.replace(right, wrong)
        return text

    def sentence(self):
        return capital(self.fill(self.random.choice(words.SENTENCES)))

    def paragraph(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))

    def phrase(self, templates):
        return self.fill(self.random.choice(templates))


def capital(text):
    return text[:1].upper() + text[1:]
