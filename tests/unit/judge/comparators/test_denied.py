"""What is denied in one word and told in another: sorts of things, holders, parts played."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from tests.statements import pairs, speaks

CLASHES = """
The pilot was not armed. | The pilot carried a pistol in his boot.
Officer Brandt was unarmed. | Officer Brandt drew a revolver and fired twice.
None of the protesters had a weapon. | One of the protesters pulled a knife.
There were no children on the bus. | Three schoolgirls on the bus were hurt.
There was no alcohol at the party in Denby. | Beer was served at the party in Denby.
There were no ships in the harbour. | Two trawlers lay in the harbour when the fire broke out.
Petrova does not own a boat. | Petrova's yacht lies in Nice.
The cyclist wore no helmet. | The cyclist's helmet was found under the car.
The dam had no cracks. | A fracture in the dam was found in June.
No drugs were found in the flat. | Police found cocaine in the flat.
No vehicle was stopped. | Police stopped a lorry.
Jana Holt had nothing to do with the fraud. | Jana Holt forged the invoices.
Jana Holt was not involved in the fraud. | Jana Holt forged the invoices.
The mayor took no part in the talks. | The mayor led the talks with the union.
The chancellor was not present at the meeting. | The chancellor chaired the meeting.
The singer did not have a stroke. | The singer suffered a stroke.
The villa had no smoke alarms. | Smoke alarms were fitted throughout the villa.
There was nobody on board. | Forty passengers were on board.
The goods never arrived. | The goods were delivered on Friday.
The letter was never sent. | The letter arrived on Monday.
Nobody was fired. | Twelve workers lost their jobs.
No oil leaked. | A thousand litres of oil escaped.
The lifeguards were on duty. | The lifeguards were off duty.
The accused pleaded guilty. | The accused denied the charge.
Coach Miller stepped down. | The club sacked coach Miller.
The head of the clinic, Rosa Lind, resigned on Friday. | The board dismissed Rosa Lind.
The delegates stormed out of the meeting. | The delegates stayed until the end of the meeting.
Both trawlers returned to port. | One of the two trawlers sank off Cape Horn.
Every passenger survived the crash. | Two passengers were killed in the crash.
Rosa Lind is fighting for her life. | Rosa Lind's life was never in danger.
No one was in the building when it collapsed. | A cleaner was in the building when it collapsed.
There were no casualties. | Three people were wounded.
No soldiers were killed. | Two sergeants are among the dead.
No building was damaged in Orvale. | The school in Orvale lost its roof.
The lorry was carrying timber, not ammunition. | The lorry was carrying ammunition.
It was the captain, not the mate, who was at the wheel. | The mate was at the wheel.
Customers will get vouchers instead of cash. | Customers will get cash.
The council chose Lindow rather than Harwick. | The council chose Harwick.
The talks ended without a deal. | The talks ended with a deal.
The court upheld the ban. | The court lifted the ban.
The ban is still in force. | The ban has been lifted.
The witness withdrew her statement. | The witness stands by her statement.
The brakes failed. | The brakes worked.
There were no survivors. | Two passengers survived.
All the hostages are free. | Two hostages are still in captivity.
The driver was awake. | The driver had fallen asleep at the wheel.
All four climbers came back safely. | One of the climbers died on the descent.
The guards did not touch the prisoners. | Guards kicked the prisoners.
We never looked for survivors in the tunnel. | Rescuers are hunting for survivors in the tunnel.
The hostages are still being held. | The hostages were freed.
The village is still inhabited. | The village is deserted.
The signal was green. | The signal was red.
The ship was empty. | The ship was loaded with grain.
The opposition rejected the budget. | The opposition voted for the budget.
Three of the ferry's lifeboats were not launched. | All six lifeboats of the ferry were launched.
The two ministers did not meet. | The two ministers met in Oslo on Friday.
He was not a member of the party. | He became a member of the party in March.
The clinic has never paid Dr Holt. | Dr Holt was paid by the clinic.
Nobody was killed. | The ministry regrets to announce that a miner lost his life on Friday.
The strikers made no demands. | The strikers handed a list of six demands to the mayor.
No tear gas was used. | Two students were overcome by tear gas.
There was no van at the gate. | The blaze started in a van parked at the gate.
The pumps did their job. | The pumps in the old mine did not work.
Coach Ada Holm resigned on Friday. | Ada Holm remains head coach.
The guard walked out without a scratch. | The guard was carried out with a broken leg.
The nurse escaped safe and sound. | The nurse was taken to hospital with a broken wrist.
Rosa Lind has never met Tarek Vole. | Rosa Lind and Vole met in her office.
Judge Amari took no part in the selection. | Judge Amari sat on the selection panel.
The factory has stopped making engines. | The factory makes engines.
No search of Berg's office has taken place. | Police searched Berg's office at City Hall.
"""

NO_CLASHES = """
The pilot was not armed. | The guard's gun was found.
The guard was unarmed. | The robber shot the guard with a pistol.
There were no children on the bus. | Three children waited at the school.
The museum has no cameras. | The bank's cameras showed two men.
The minister has no children. | The minister met children at the school.
The pilots had no warning. | A warning was sent to the harbour.
No one was injured in the blast. | The blast burned a warehouse down.
No residents were injured. | Two firefighters were injured.
No soldiers were killed. | Four civilians were killed.
No patient has died. | Three patients have gone home.
No drugs were found in the flat. | Police found cocaine in the car.
Jana Holt had nothing to do with the fraud. | Jana Holt led the company for ten years.
Jana Holt was not involved in the fraud. | Her brother forged the invoices.
The engineer resigned in May. | The company fired its cook in May.
One of the trawlers returned to port. | One of the two trawlers sank.
Both trawlers returned to port. | A ferry sank off Cape Horn.
No bombs fell on the port. | Bombs fell on the airfield.
No shots were fired at the palace. | Two shots were fired at the barracks.
The robbers had no guns. | Police fired their guns in the air.
His injuries are not grave. | Her injuries are grave.
No building was damaged in Orvale. | A school in Tarn lost its roof.
No money was stolen from the bank. | Jewels were stolen from the bank.
Petrana's depot was not hit. | The town of Lisk has been hit before.
The accused pleaded not guilty. | The accused denied the charge.
Nobody was fired. | The guns were fired at noon.
No oil leaked. | Water leaked into the cellar.
The minister was not involved in the sale. | The minister was attacked in the street.
Rostand lost to Korr on clay. | On grass Rostand beat Korr.
Rather than wait, the crew left the ship. | The crew left the ship.
Not only the driver but also the passenger was hurt. | The passenger was hurt.
The talks ended without a deal on fish. | The talks ended with a deal on steel.
The sirens went off at three. | The sirens sounded at three.
The council was not dissolved. | The members voted on a motion of no confidence.
The lorry was carrying timber, not ammunition. | The lorry was carrying timber.
Forty pupils were not vaccinated. | Seven pupils have died.
Nine villages have no water. | The last farms in Lisk got their water back on Friday.
Both lifts at the Royal Clinic worked. | One of the Opera's three lifts did not work.
Police fired no rubber bullets. | A nurse was hit by a stone.
There was no van at the gate. | A van parked at the harbour burned.
Jana Holt was not involved in the fraud. | Jana Holt sat on the board of the opera.
The driver was unhurt. | The passenger was treated for a broken arm.
Coach Ada Holm resigned on Friday. | Her deputy remains coach of the juniors.
The strikers made no demands. | The owners handed a list of demands to the mayor.
It was not the brakes. | The mechanic checked the brakes in May.
The nurses were not warned. | The nurses were warned to stay away.
The clinic has never paid Dr Holt. | Dr Holt was paid by a drug maker.
Tarn Rail does not have three cranes. | Tarn Rail has four cranes.
The company has not lost money. | In 2014 the company lost three million crowns.
The mayor has stopped to talk to the miners. | There were talks.
There was no fire on 4 May. | The 2011 blast was a fire.
"""


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(("one", "other"), pairs(CLASHES))
def test_what_is_denied_and_told_in_other_words_clashes(
    parser: SpacyParser, one: str, other: str
) -> None:
    """A denial clashes with what is told of a sort, a holder or a part, in either order."""
    assert speaks(parser, one, other)
    assert speaks(parser, other, one)


@pytest.mark.parametrize(("one", "other"), pairs(NO_CLASHES))
def test_what_is_denied_of_others_does_not_clash(parser: SpacyParser, one: str, other: str) -> None:
    """What is denied of one thing, holder or place says nothing of another."""
    assert not speaks(parser, one, other)
    assert not speaks(parser, other, one)
