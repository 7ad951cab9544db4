"""Denials and opposites in other words than the ones denied, on subjects of all sorts."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from tests.statements import pairs, speaks

CLASHES = """
At no time did the surgeon leave the operating theatre. | The surgeon walked out of the operating \
theatre for twenty minutes.
The striker has not once trained with the first team. | The striker practised with the first team.
Not a line of the report was changed. | The ministry rewrote four pages of the report.
The pump station stood idle all night. | The pump station ran without a break through the night.
The hostages are still in the hands of the rebels. | The hostages have been set free.
The chapel is a heap of rubble. | The chapel is still standing.
The senator voted for the bill. | The senator voted against the bill.
The company paid its taxes on time every year. | The company paid its taxes late in 2031.
The ambassador refused to sign the memorandum. | The ambassador put his signature to the \
memorandum on Friday.
Nobody was turned away at the border. | Guards sent forty refugees back at the border.
The bishop knew nothing of the payments. | The bishop approved the payments himself.
The fighter pilot ejected and is alive. | The fighter pilot died in the wreck.
The bank turned down the loan. | The bank granted the loan.
The law was repealed last year. | The law is still in force.
The dam held. | The dam burst at dawn.
Farmers received compensation in full. | Farmers have not seen a penny of compensation.
The police never searched the flat. | Detectives combed the flat on two occasions.
The company has never employed children. | The company hired boys of twelve.
The heating was out of order all winter. | The heating worked all winter.
The union stopped short of calling a strike. | The union has called a strike.
The manuscript is a forgery. | The manuscript is genuine.
The blaze is out. | The blaze is still burning.
The gallery sold the painting. | The gallery still owns the painting.
The general has been relieved of his command. | The general keeps his command.
The smoke detectors went off because a supporter lit a flare. | The smoke alarm was triggered by \
a toaster.
The team doctor alone decided to play Lund. | It was the coach who decided to play Lund.
The last to leave the ship was the captain. | The cook was the last to leave the ship.
The first to reach the wreck was a shepherd. | The first to reach the wreck were navy divers.
The prisoner took his own life. | The prisoner was murdered by a guard.
The president did not set foot in the flooded town. | The president visited the flooded town.
The talks broke down. | The talks were successful.
The plane took off on schedule. | The plane left two hours late.
The troops have withdrawn from the valley. | The troops are still in the valley.
The inspectors were refused entry. | The inspectors were let in to the plant.
The ship's radio was dead. | The ship's radio was working.
The street lights were off. | The street lights were on.
The factory has not laid off any workers. | The factory dismissed 40 workers in March.
The tower did not collapse. | The tower crashed to the ground.
No drone hit the refinery. | The refinery was struck by a drone.
The singer cancelled the concert. | The concert went ahead.
The gates were locked. | The gates stood open.
The safety valve was in perfect order. | The safety valve was broken.
Ministers had no knowledge of the contract. | Ministers were told of the contract in June.
"""
NO_CLASHES = """
No shell fell on the market square. | Two shells landed on the railway station at noon.
The pharmacy on Bell Street remained shut. | The pharmacy on Oak Street was open.
The chapel is still standing. | The town hall is a heap of rubble.
The court upheld the verdict against Mira Dahl. | The court quashed the verdict against Jon Prell.
Customers need do nothing. | The chain serves two million customers.
Lindt Holdings bought every share in the brewery. | The founder's widow sold her shares in the \
brewery.
The defendant was convicted of fraud. | The defendant was cleared of forgery.
The minister opened the new school. | The old school was closed.
The patient left hospital. | The patient stayed in hospital for three weeks.
The captain did not speak to reporters. | The captain spoke to his crew.
The club sold its captain. | The club bought a new goalkeeper.
The road to the coast is blocked. | The road to the mountains is passable.
The gates were locked at midnight. | The gates were opened at six.
Every window in the school was intact. | The windows of the hospital were smashed.
The reactor was shut down for repairs last year. | The reactor was running when the quake struck.
The troops have withdrawn from the valley. | The villagers are still in the valley.
The last to leave the ship was the captain. | The first to leave the ship was the cook.
The first to reach the wreck was a shepherd. | The first to reach the island was a fisherman.
The trawler ignored the harbour master. | The ferry obeyed the coastguard's orders.
The candidate withdrew from the debate. | The candidate is still in the race.
The company hired 40 people. | The company has never hired through agencies.
Nobody on the ferry was injured. | A dock worker was injured.
The orchestra played in the square. | The orchestra did not play the anthem.
The union accepted the offer. | The union rejected the first offer.
The factory was closed. | The factory shop is open.
Anton Lasalle fled before noon. | Anton Lasalle is in custody.
Anton Lasalle was arrested on Monday. | Anton Lasalle is out on bail.
The sergeant refused to get out of the car. | The sergeant took off.
The ministry did not order the raid. | The raid was ordered by the prosecutor.
No member of the crew wore a helmet. | Every member of the crew was wearing a life jacket.
The chairman has resigned. | The chief executive remains in office.
Nobody in the square was told to leave. | The guests had left the square.
"""


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(("one", "other"), pairs(CLASHES))
def test_what_cannot_both_be_true_clashes(parser: SpacyParser, one: str, other: str) -> None:
    """One thing, told of twice in words that exclude each other, in either order."""
    assert speaks(parser, one, other)
    assert speaks(parser, other, one)


@pytest.mark.parametrize(("one", "other"), pairs(NO_CLASHES))
def test_two_things_or_two_times_do_not_clash(parser: SpacyParser, one: str, other: str) -> None:
    """Words that exclude each other say nothing where they are of two things or of two times."""
    assert not speaks(parser, one, other)
    assert not speaks(parser, other, one)
