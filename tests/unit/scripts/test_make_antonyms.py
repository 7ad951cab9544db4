"""``scripts/make_antonyms.py`` on a dict folder of a few synsets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "scripts" / "make_antonyms.py"

DATA = {
    "verb": """\
  1 Notice of the makers.
00000001 41 v 01 allow 0 001 ! 00000002 v 0101 00 | permit
00000002 41 v 01 forbid 0 001 ! 00000001 v 0101 00 | command against
00000003 37 v 01 love 0 001 ! 00000004 v 0101 00 | feel affection
00000004 37 v 01 hate 0 001 ! 00000003 v 0101 00 | dislike
00000005 35 v 01 damage 0 000 00 | do harm
00000006 41 v 01 sign 0 000 00 | put one's name to
""",
    "adj": """\
  1 Notice of the makers.
00000011 00 a 01 legal(a) 0 001 ! 00000012 a 0101 | of law
00000012 00 a 01 illegal 0 001 ! 00000011 a 0101 | against law
00000013 00 a 01 popular 0 001 ! 00000014 a 0101 | liked; "a very popular song"
00000014 00 a 01 unpopular 0 001 ! 00000013 a 0101 | not liked
00000015 00 a 01 hot 0 001 ! 00000016 a 0101 | of warmth
00000016 00 a 01 cold 0 001 ! 00000015 a 0101 | of chill
00000017 00 s 01 undamaged 0 000 | whole
""",
    "noun": """\
  1 Notice of the makers.
00000021 04 n 01 victory 0 001 ! 00000022 n 0101 | a win
00000022 04 n 01 defeat 0 001 ! 00000021 n 0101 | a loss
00000023 07 n 01 hotness 0 000 | of heat
""",
    "adv": """\
  1 Notice of the makers.
00000031 02 r 01 legally 0 001 \\ 00000011 a 0101 | by law
00000032 02 r 01 illegally 0 001 \\ 00000012 a 0101 | against law
""",
}
NUMBER = {"noun": 1, "verb": 2, "adj": 3, "adv": 4}


def sense_index() -> str:
    """The lines of index.sense for ``DATA``, each word with one sense."""
    lines = []
    for name, text in DATA.items():
        for line in text.splitlines():
            if not line.startswith("  "):
                offset, _, _, _, word, *_ = line.split()
                lines.append(f"{word.split('(')[0]}%{NUMBER[name]}:00:00:: {offset} 1 0\n")
    return "".join(sorted(lines))


def test_the_rules_decide_which_antonyms_are_kept(tmp_path: Path) -> None:
    """Feelings, degrees and bare contraries stay out; deeds, prefixes and results come in."""
    folder, out = tmp_path / "dict", tmp_path / "out"
    folder.mkdir()
    for name, text in DATA.items():
        (folder / f"data.{name}").write_text(text, encoding="latin-1")
    (folder / "index.sense").write_text(sense_index(), encoding="latin-1")
    subprocess.run([sys.executable, SCRIPT, folder, "--out", out], check=True, capture_output=True)
    assert (out / "antonyms.tsv").read_text(encoding="utf-8").splitlines() == [
        "a\tdamaged\tundamaged",
        "a\tillegal\tlegal",
        "n\tdefeat\tvictory",
        "r\tillegally\tlegally",
        "v\tallow\tforbid",
    ]
    assert (out / "antonyms.LICENSE").read_text(encoding="utf-8") == "Notice of the makers.\n"
