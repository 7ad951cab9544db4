"""Texts that are not English."""

from __future__ import annotations

import pytest

from claimtrack.errors import UnsupportedLanguage
from claimtrack.ingest.language import foreign_passage, require_english

FOREIGN = {
    "French": "Le pont du port a été fermé mardi, a dit une porte-parole de la ville. "
    "Personne n'a été blessé et la circulation doit reprendre vendredi matin.",
    "German": "Die Brücke am Hafen wurde am Dienstag gesperrt, sagte eine Sprecherin der Stadt. "
    "Niemand wurde verletzt, und am Freitag soll der Verkehr wieder fließen.",
    "Spanish": "El puente del puerto fue cerrado el martes, dijo una portavoz de la ciudad. "
    "Nadie resultó herido y el tráfico debe volver el viernes por la mañana.",
    "Dutch": "De brug bij de haven werd dinsdag gesloten, zei een woordvoerder van de stad. "
    "Niemand raakte gewond en het verkeer moet vrijdag weer op gang komen.",
    "Russian": "Мост у порта закрыли во вторник, сообщила представительница города. "
    "Никто не пострадал, движение должно возобновиться в пятницу.",
    "Ukrainian": "Міст біля порту закрили у вівторок, повідомила речниця міста. "
    "Ніхто не постраждав, рух має відновитися в п'ятницю вранці.",
    "Chinese": "市政府发言人星期二表示，港口大桥已经关闭，没有人受伤，交通预计将在星期五上午恢复。"
    "市长说，维修工作需要三个星期，费用将由船主承担。",
    "Arabic": "قالت متحدثة باسم المدينة إن الجسر أغلق يوم الثلاثاء ولم يصب أحد بأذى",
    "Tagalog": "Isinara noong Martes ang tulay sa daungan, ayon sa tagapagsalita ng lungsod. "
    "Walang nasaktan at inaasahang magbubukas muli ang daan sa Biyernes ng umaga.",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_named(name: str) -> None:
    """A foreign text, long or short, is refused with the name of its language."""
    with pytest.raises(UnsupportedLanguage, match=f"looks like {name}; .* English only"):
        require_english(FOREIGN[name])
    with pytest.raises(UnsupportedLanguage, match=f"looks like {name}"):
        require_english(f"{FOREIGN[name]}\n" * 200)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour bridge was closed on Tuesday, a spokeswoman for the city said.",
        "Barge skipper Tobias Müller fined twice in Dortmund harbour court hearing",
        "Mayor Jejomar Santos Villanueva visits Barangay San Isidro market hall",
        "Scientific Consultations Under Endangered Waterways Act Restored",
        "Bilbao port chief Iñaki Etxeberria Garmendia quits amid pier row inquiry",
        "Ja, nein, vielleicht.",
        "12 34 56 78 90 " * 30,
        "bla bla blah " * 90,
        "",
    ],
)
def test_english_and_what_is_too_short_pass(text: str) -> None:
    """English with foreign names, headlines, numbers and a few words are not refused."""
    require_english(text)


def test_a_foreign_quote_does_not_make_a_text_foreign() -> None:
    """An English report that quotes a foreign sentence is English."""
    require_english(
        "The mayor of the town said in a statement on Tuesday that the bridge would stay closed "
        f"for three weeks. “{FOREIGN['French']}” she wrote to the council, which has not answered."
    )


ENGLISH = (
    "The mayor of the town said in a statement on Tuesday that the bridge would stay closed for "
    "three weeks, and that nobody had been hurt when the barge struck it."
)


@pytest.mark.parametrize("name", ["French", "German", "Russian", "Tagalog"])
@pytest.mark.parametrize("before", [1, 40])
def test_a_foreign_passage_in_an_english_text_is_found(name: str, before: int) -> None:
    """However late it starts, in one paragraph or in many, it is not taken for English."""
    english = [ENGLISH] * before
    for foreign in ([FOREIGN[name] * 5], [FOREIGN[name]] * 5):
        text = "\n\n".join([*english, *foreign, ENGLISH])
        assert foreign_passage(text) == (before + 1, name)
    assert foreign_passage(f"{ENGLISH} " * 60 + FOREIGN[name] * 20) == (1, name)


def test_a_foreign_quote_is_no_passage() -> None:
    """A sentence or two in the words of who said them are part of an English report."""
    assert foreign_passage("\n\n".join([ENGLISH, FOREIGN["French"], ENGLISH] * 20)) is None
    assert foreign_passage("\n".join(["Bilbao 2, Iñaki Etxeberria 1"] * 100)) is None
