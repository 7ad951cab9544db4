"""What news reports count and measure, and the words by which they tell it.

Our own lists, from the vocabulary of news reports; they hold no names. A class is one place that
a figure fills: two figures of one class answer one question ("how many died?"), two figures of
two classes answer two. In each class

- ``noun`` are the nouns that are counted or measured themselves ("17 deaths", "a toll of 17"),
- ``does`` the verbs whose subject is counted ("17 perished"),
- ``done`` the verbs whose object is counted ("killed 17", "17 were killed"),
- ``is`` the adjectives, participles and phrases that are said of it ("17 dead", "17 in custody").

A low line joins a verb to its particle, its object or its phrase: ``lose_life``, ``flow_out``,
``take_to_hospital``; a preposition stands with its noun: ``on_board``.
"""

from __future__ import annotations

from dataclasses import dataclass

PEOPLE: dict[str, dict[str, str]] = {
    "die": {
        "noun": "death fatality toll death_toll body corpse dead casualty_toll killing murder "
        "homicide drowning execution coffin grave",
        "does": "die perish succumb drown suffocate asphyxiate starve lose_life meet_death "
        "burn_to_death bleed_to_death freeze_to_death fall_to_death pass_away pay_with_life "
        "not_survive breathe_last leap_to_death be_among_dead",
        "done": "kill slay murder massacre slaughter execute behead lynch electrocute "
        "exterminate claim_life cost_life take_life shoot_dead strike_dead leave_dead "
        "find_dead pull_dead bury_dead stab_to_death beat_to_death crush_to_death "
        "trample_to_death sweep_to_death burn_alive",
        "is": "dead slain deceased killed drowned lifeless",
    },
    "hurt": {
        "noun": "injury wound casualty wounded injured patient",
        "does": "suffer_injury suffer_wound suffer_burn suffer_fracture sustain_injury "
        "sustain_wound need_treatment require_treatment receive_treatment seek_treatment "
        "need_stitch need_care go_to_hospital be_through_hospital",
        "done": "injure wound hurt maim burn scald bruise concuss treat hospitalise hospitalize "
        "admit bandage stretcher take_to_hospital bring_to_hospital rush_to_hospital "
        "carry_to_hospital fly_to_hospital send_to_hospital admit_to_hospital poison gas",
        "is": "injured wounded hurt hospitalised hospitalized in_hospital in_clinic maimed burned "
        "scalded poisoned in_treatment under_treatment",
    },
    "miss": {
        "noun": "missing",
        "does": "disappear vanish go_missing be_unaccounted",
        "done": "miss",
        "is": "missing unaccounted untraced lost_at_sea",
    },
    "hold": {
        "noun": "arrest detention detainee arrestee",
        "does": "face_charge spend_in_cell",
        "done": "arrest detain jail imprison intern handcuff apprehend nab collar capture catch "
        "hold have_in_hand take_prisoner take_captive take_hostage round_up lock_up pick_up "
        "haul_in take_into_custody take_in_custody "
        "put_behind_bar lead_away remand hold_inmate hold_prisoner",
        "is": "arrested detained jailed imprisoned captive in_custody in_detention behind_bar "
        "in_hand under_arrest in_cell in_jail in_captivity",
    },
    "jailed": {
        "noun": "inmate prisoner",
        "done": "hold_inmate hold_prisoner house_inmate house_prisoner",
    },
    "rescue": {
        "noun": "survivor rescue",
        "does": "survive escape live reach_safety make_to_safety get_out walk_out_alive "
        "come_through",
        "done": "rescue save free liberate pluck winch airlift recover_alive find_alive "
        "pull_from_rubble pull_alive bring_to_safety pull_from_water pull_from_sea take_off_roof "
        "dig_out bring_out pull_out carry_to_safety lead_to_safety fly_out haul_to_safety",
        "is": "alive unhurt unharmed unscathed rescued saved safe",
    },
    "let_go": {
        "does": "walk_free go_free",
        "done": "free liberate release let_go set_free hand_over swap exchange return deport",
        "is": "free",
    },
    "evacuate": {
        "noun": "evacuee refugee",
        "does": "flee leave_home leave_house abandon_home move_out lose_home flee_home flee_bed "
        "leave_bed vacate_home quit_home clear_out",
        "done": "evacuate displace uproot rehouse relocate resettle drive_from_home "
        "drive_from_house drive_from_bed drive_out force_from_home move_to_safety order_out "
        "drive_from_flat make_homeless expel bring_out_of_home",
        "is": "homeless displaced evacuated uprooted in_shelter",
    },
    "trap": {
        "done": "trap strand maroon bury bury_alive cut_off catch_in_avalanche "
        "catch_in_landslide entomb pin",
        "is": "trapped stranded marooned stuck entombed cut_off under_rubble",
    },
    "infect": {
        "noun": "infection case patient_zero sufferer",
        "does": "catch contract sicken fall_ill test_positive come_down_with fall_sick",
        "done": "infect sicken strike_down lay_low",
        "is": "infected ill sick positive unwell contaminated",
    },
    "attend": {
        "noun": "participant marcher demonstrator protester protestor crowd spectator attendance "
        "attendee turnout_of gate audience rallier picket mourner worshipper",
        "does": "march attend gather assemble demonstrate protest rally turn_out take_part "
        "participate parade converge throng flock come_out turn_up crowd_into fill_square "
        "fill_street fill_stadium fill_hall pack_square pack_street pack_hall pack_stadium "
        "line_street join_march join_rally join_protest join_demonstration join_parade join_in "
        "take_to_street watch_match descend_on",
        "done": "draw attract gather muster bring_out bring_onto_street",
        "is": "present in_attendance on_street in_square in_stadium in_stand",
    },
    "aboard": {
        "noun": "passenger",
        "does": "board travel_on ride be_on_board cram_into",
        "done": "carry ferry cram pack_into squeeze_into load_onto take_on_board",
        "is": "aboard on_board in_cabin in_bus in_train in_plane in_boat in_carriage on_train "
        "on_ferry on_ship on_bus on_plane on_boat in_boat in_coach in_vehicle",
    },
    "inside": {
        "is": "underground inside in_mine in_pit in_building in_hall in_factory in_tunnel "
        "below_ground at_work in_hotel in_hostel in_club in_nightclub in_school in_theatre",
    },
    "employ": {
        "noun": "workforce payroll staff headcount",
        "does": "work_for work_at work_in have_job earn_living",
        "done": "employ give_work",
        "is": "employed on_payroll on_staff in_employ",
    },
    "dismiss": {
        "noun": "layoff redundancy sacking dismissal job_loss",
        "does": "lose_job be_out_of_work",
        "done": "dismiss sack lay_off fire shed axe cut_job cut_post let_go make_redundant "
        "shed_job shed_post axe_job eliminate_job abolish_job lose_job cut_position "
        "give_notice cut_place",
        "is": "redundant",
    },
    "quit": {
        "noun": "resignation dropout drop-out departure",
        "does": "drop_out quit resign pull_out desert defect step_down walk_away bow_out",
    },
    "hire": {
        "noun": "hiring recruit",
        "does": "join_staff find_work",
        "done": "hire recruit engage take_on create_job add_job",
    },
    "strike": {
        "noun": "striker",
        "does": "walk_out strike stop_work down_tool join_strike lay_down_work go_on_strike "
        "be_on_strike heed_call follow_call refuse_work stay_away",
        "done": "call_out",
        "is": "on_strike on_picket",
    },
    "vote": {
        "noun": "turnout voter",
        "does": "vote go_to_poll cast_vote cast_ballot take_part participate turn_out",
    },
    "support": {
        "noun": "support approval backing",
        "does": "back support favour favor approve endorse vote_for say_yes vote_yes "
        "welcome want_in agree be_for want",
        "is": "in_favour in_favor",
    },
    "oppose": {
        "noun": "opposition rejection",
        "does": "oppose reject disapprove vote_against say_no vote_no refuse",
        "is": "opposed",
    },
    "abstain": {
        "noun": "abstention",
        "does": "abstain",
    },
    "deploy": {
        "does": "guard patrol search_for comb take_part_in_search",
        "done": "deploy mobilise mobilize dispatch station call_in draft",
        "is": "on_duty in_action at_scene on_scene",
    },
    "house": {
        "noun": "inhabitant population",
        "does": "live_in dwell reside inhabit",
    },
}
"""Whose figures count people, or shares of them."""

THINGS: dict[str, dict[str, str]] = {
    "destroy": {
        "does": "burn_down collapse go_up_in_flame be_in_ruin lie_in_ruin burn sink go_down "
        "go_to_bottom",
        "done": "destroy raze level demolish flatten wreck gut ruin obliterate wipe_out burn "
        "burn_down burn_out consume devour scorch engulf blacken reduce_to_ash sink "
        "send_to_bottom shoot_down down intercept bring_down knock_out",
        "is": "destroyed burned burnt in_ruin in_ash sunk",
    },
    "damage": {
        "does": "suffer_damage",
        "done": "damage crack dent",
        "is": "damaged",
    },
    "launch": {
        "noun": "launch",
        "done": "launch fire hurl lob send_against send_at drop use loose rain_on rain_down",
    },
    "hit": {"does": "fall land hit strike come_down rain_down crash"},
    "shot": {
        "noun": "shot gunshot",
        "does": "ring_out",
        "done": "fire loose_off hear",
    },
    "sell": {"noun": "sale", "does": "sell", "done": "sell ship shift"},
    "buy": {"noun": "purchase", "done": "buy purchase order acquire procure"},
    "make": {
        "noun": "output production",
        "done": "make produce build manufacture assemble turn_out",
    },
    "administer": {
        "noun": "injection jab vaccination inoculation",
        "done": "administer inject give inoculate",
    },
    "work": {
        "does": "function operate work run send_datum transmit respond",
        "is": "active working operational in_operation in_service in_use in_order functioning",
    },
    "labour": {"does": "work_on work_with work_at work_in work_together work_for"},
    "recover": {
        "done": "recover collect retrieve salvage fish_out scoop_up mop_up clean_up pump_off "
        "soak_up skim_off",
    },
    "cancel": {
        "noun": "cancellation",
        "does": "fall_through stay_on_ground not_take_off",
        "done": "cancel scrap ground call_off axe scrub strike_from_timetable",
        "is": "cancelled canceled grounded",
    },
    "close": {
        "noun": "closure",
        "does": "shut close stay_shut stay_closed keep_shut",
        "done": "close shut shutter lock",
        "is": "closed shut",
    },
    "return": {
        "done": "hand_back give_back return send_back",
    },
    "seize": {
        "noun": "seizure haul",
        "done": "seize confiscate impound find discover recover",
    },
    "steal": {
        "noun": "theft robbery burglary heist haul loot",
        "does": "go_missing vanish",
        "done": "steal loot rob snatch swipe pinch bag take carry_off make_off_with "
        "get_away_with walk_off_with run_off_with escape_with help_to lift grab",
        "is": "stolen missing",
    },
    "release": {
        "noun": "leak spill spillage release loss discharge",
        "does": "leak escape seep get_out flow spill gush pour_out run_out leak_out ooze "
        "run_into pour_into flow_into leave_pipe leave_pipeline leave_tank leave_hull leave_well "
        "come_out end_up_in",
        "done": "release spill discharge leak emit dump vent lose",
    },
    "hold_in": {
        "noun": "capacity content",
        "done": "hold contain store keep_in",
    },
    "rain": {
        "noun": "rain rainfall precipitation snow snowfall",
        "does": "fall come_down",
    },
    "height": {"noun": "height", "is": "tall high"},
    "length": {"noun": "length", "is": "long"},
    "width": {"noun": "width", "is": "wide broad"},
    "depth": {"noun": "depth", "is": "deep"},
    "weight": {"noun": "weight", "does": "weigh", "is": "heavy"},
}
"""Whose figures count things, or measure them."""

MONEY: dict[str, dict[str, str]] = {
    "price": {
        "noun": "price cost bill fee charge fare tariff price_tag transfer_fee purchase_price "
        "outlay expense",
        "does": "sell_for go_for fetch change_hand",
        "done": "cost pay pay_to pay_for buy_for sell_for receive_for get_for charge",
    },
    "spend": {
        "noun": "spending job work project",
        "does": "go_into go_on go_towards go_toward",
        "done": "cost spend pay sink_into pour_into build_for rebuild_for repair_for restore_for "
        "renovate_for refurbish_for mend_for",
    },
    "transfer": {
        "does": "go_to go_from go_into pass_to flow_to flow_into",
        "done": "pay_to give_to transfer_to hand_to wire_to send_to remit_to get_from receive "
        "receive_from take_from collect_from accept_from",
    },
    "worth": {
        "noun": "value valuation worth",
        "done": "value appraise put_value",
        "is": "worth",
    },
    "share_price": {
        "done": "end_session close_session end close trade quote",
    },
    "offer": {
        "noun": "offer bid grant proposal",
        "done": "offer bid propose tender",
        "is": "on_table",
    },
    "pledge": {
        "noun": "pledge donation contribution subsidy gift aid",
        "done": "pledge promise donate contribute grant give provide commit",
    },
    "withdraw": {
        "noun": "withdrawal outflow",
        "does": "flow_out go_out leave drain_out run_out pour_out go_out_of leak_out",
        "done": "withdraw draw draw_out take_out pull_out pull drain move_out carry_away "
        "take_out_of draw_down",
    },
    "deposit": {"noun": "deposit saving", "done": "deposit put_in pay_in"},
    "steal": {
        "noun": "loot haul booty theft robbery heist",
        "does": "vanish go_missing disappear",
        "done": "steal embezzle loot rob pocket_from siphon_off make_off_with get_away_with "
        "walk_off_with run_off_with escape_with divert misappropriate swindle defraud bag "
        "launder grab",
        "is": "stolen",
    },
    "ransom": {"noun": "ransom", "done": "hand_to_kidnapper pay_ransom"},
    "bribe": {"noun": "bribe kickback", "done": "bribe"},
    "fine": {"noun": "fine penalty", "done": "fine fin penalise penalize"},
    "damages": {
        "noun": "damages compensation settlement",
        "done": "compensate award indemnify",
        "is": "in_damage",
    },
    "debt": {
        "noun": "debt loan borrowing arrears liability mortgage credit",
        "done": "owe borrow lend",
        "is": "in_debt in_arrears",
    },
    "loss": {
        "noun": "loss deficit shortfall gap hole",
        "done": "lose forfeit",
        "is": "in_red",
    },
    "damage": {"noun": "damage", "done": "damage", "is": "in_damage"},
    "profit": {
        "noun": "profit earnings net_income surplus gain",
        "is": "in_black",
    },
    "revenue": {
        "noun": "revenue sales turnover taking proceeds income receipt",
        "done": "take_in bring_in",
    },
    "wage": {
        "noun": "wage salary pay pay_packet pension stipend paycheck",
        "done": "earn pocket take_home draw_salary",
    },
    "bonus": {"noun": "bonus dividend"},
    "rent": {"noun": "rent lease", "done": "rent lease"},
    "insure": {"noun": "insurance", "done": "insure", "is": "insured"},
    "invest": {"noun": "investment", "does": "go_into", "done": "invest plough_into pump_into"},
    "raise": {"noun": "collection", "done": "raise collect"},
    "reward": {"noun": "reward prize bounty"},
    "repair": {
        "noun": "repair restoration renovation",
        "does": "go_into",
        "done": "repair restore renovate mend rebuild refurbish",
    },
    "tax": {"noun": "tax levy duty", "done": "tax"},
    "limit": {
        "noun": "limit cap ceiling maximum allowance threshold minimum quota guarantee",
        "done": "limit cap guarantee restrict",
    },
    "budget": {"noun": "budget", "done": "budget allocate earmark"},
    "save": {"done": "save"},
}
"""Whose figures are sums of money."""

RATES: dict[str, dict[str, str]] = {
    "unemployment": {
        "noun": "unemployment joblessness jobless_rate unemployment_rate",
        "is": "jobless",
    },
    "inflation": {
        "noun": "inflation inflation_rate",
    },
    "growth": {"noun": "growth gdp growth_rate"},
    "interest": {"noun": "interest_rate interest base_rate"},
    "provide": {
        "does": "come_from",
        "done": "provide supply account_for generate produce deliver meet contribute",
    },
    "protect": {
        "noun": "efficacy effectiveness protection",
        "done": "prevent protect avert",
        "is": "effective",
    },
}
"""Whose figures are percentages; those of people are counted in percent too."""

SPEED: dict[str, dict[str, str]] = {
    "speed": {
        "noun": "speed velocity pace",
        "does": "travel move go run do drive ride fly race speed hurtle thunder sail roar tear "
        "enter leave pass approach hit crash slow accelerate cross reach take come land "
        "touch_down come_in lift_off take_off descend climb cruise skid veer plough",
        "done": "clock drive ride fly register record time",
    },
    "wind": {
        "noun": "wind gust squall storm gale hurricane",
        "does": "blow gust",
    },
}
"""Whose figures are speeds."""


@dataclass(frozen=True, slots=True)
class Words:
    """The classes of each word by the part that what is counted plays."""

    noun: dict[str, frozenset[str]]
    does: dict[str, frozenset[str]]
    done: dict[str, frozenset[str]]
    said: dict[str, frozenset[str]]


def _words(*tables: dict[str, dict[str, str]]) -> Words:
    found: dict[str, dict[str, set[str]]] = {"noun": {}, "does": {}, "done": {}, "is": {}}
    for table in tables:
        for name, rows in table.items():
            for part, words in rows.items():
                for word in words.split():
                    found[part].setdefault(word, set()).add(name)
    noun, does, done, said = (
        {word: frozenset(names) for word, names in found[part].items()}
        for part in ("noun", "does", "done", "is")
    )
    return Words(noun, does, done, said)


_LIMIT = {"limit": MONEY["limit"]}
THINGLIKE = frozenset(
    "price spend worth share_price offer pledge rent wage debt insure invest repair tax budget "
    "limit bonus save damages damage provide protect speed wind height length width depth weight "
    "hold_in rain employ house revenue profit reward sell buy make administer work recover "
    "transfer jailed".split()
)
"""Classes in which each thing has a figure of its own: two clocks have two prices."""
OF_PEOPLE = _words(PEOPLE)
OF_THINGS = _words(THINGS, _LIMIT)
OF_MONEY = _words(MONEY)
OF_SHARES = _words(
    RATES,
    PEOPLE,
    {name: THINGS[name] for name in ("destroy", "damage", "cancel", "close", "return", "recover")},
)
OF_SPEED = _words(SPEED, _LIMIT)

ARMS = frozenset(
    "bomb missile rocket shell drone grenade mortar torpedo warhead bullet projectile".split()
)
"""Of these those that there were are those that were fired."""
PRESENT = frozenset({"attend", "inside", "aboard"})
"""Classes of those who are somewhere: "800 people are outside the hall"."""
