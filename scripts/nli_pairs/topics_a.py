# ruff: noqa: E501 - a template is one line of the line language and reads best unbroken
"""Subjects: conflict, disasters, accidents, emergencies."""

TEXT = """
# strikes on targets
S site: the oil depot; the railway bridge; the airfield; the power station; the ammunition store; the radar station; the grain terminal; the naval base; the border post; the repair yard
S weapon: drones; cruise missiles; rockets; artillery; guided bombs; sea drones
V* {country} | hit {site} near {city} | hit {site} near {city}
P {site} near {city} was hit by {country}
P {country} carried out a strike on {site} near {city}
P a strike by {country} hit {site} near {city}
N {site} near {city} was not hit by {country}
N no strike by {country} on {site} near {city} took place
F #dam
P {site} near {city} was badly damaged
P {site} near {city} suffered heavy damage
P serious damage was done to {site} near {city}
P the attack left {site} near {city} badly damaged
N there was no damage to {site} near {city}
N {site} near {city} was not damaged
N {site} near {city} escaped damage
N {site} near {city} did not suffer any damage
O {site} near {city} is intact
O {site} near {city} came through the attack unharmed
O {site} near {city} was left untouched
V {country} | shut its airspace over {city} | shut its airspace over {city}
P the airspace over {city} was shut by {country}
P flights over {city} were banned by {country}
N {country} left its airspace over {city} open
O {country} kept its airspace over {city} open
V* {country} | pull its troops out of {city} | pulled its troops out of {city}
P troops of {country} left {city}
P the army of {country} withdrew from {city}
N troops of {country} stayed in {city}
N there was no withdrawal by the army of {country} from {city}
O the army of {country} remains in control of {city}
V {country} | use {weapon} against {city} | used {weapon} against {city}
P {weapon} were used against {city} by {country}
N no {weapon} were used against {city} by {country}
V* {country} | evacuate children from {city} | evacuated children from {city}
P children were taken out of {city} by {country}
N {country} left the children in {city}
V {country} | agree to a truce around {city} | agreed to a truce around {city}
P {country} accepted a truce around {city}
N {country} did not accept a truce around {city}
O {country} rejected a truce around {city}
O {country} turned down a truce around {city}
O a truce around {city} was refused by {country}
F #alarm
P air defences over {city} shot down every drone
P all drones over {city} were brought down by air defences
N air defences over {city} did not shoot down every drone
N some drones over {city} got past the air defences
O not a single drone over {city} was brought down by air defences
K weapon weapon | {site} near {city} was hit with {weapon} // {weapon} struck {site} near {city} // the strike on {site} near {city} was carried out with {weapon}
K country actor | it was {country} that struck {site} near {city} // the strike on {site} near {city} was launched by {country} // {country} was responsible for the strike on {site} near {city}
K city place | the drone wreckage was found in {city} // the wreckage of the drone lay in {city} // searchers found the drone wreckage in {city}
C aircraft | were destroyed | in the raid on {site} near {city} | bombers
C soldiers | were killed | in the raid on {site} near {city} | officers
C civilians | were injured | in the raid on {site} near {city} | children
C drones | were shot down | over {city} | long-range models
C missiles | were launched | at {city} | ballistic
C houses | were damaged | in the shelling of {city} | beyond repair
G the drones sent against {city} | reached their target | missed their target
G the soldiers held near {city} | were handed over | were not handed over
G the aircraft at the base near {city} | were damaged | were not damaged
T the plan for a ceasefire around {city}
T the delivery of long-range missiles to {country4}
T the decision to arm {country4}
A the attack on {site} near {city} | {site} near {city} came under attack | {site} near {city} was not attacked
A the shelling of {city} | shells fell on {city} | no shells fell on {city}
A the raid on {city} | {city} was raided | {city} was not raided
# floods
V {city} | order the evacuation of its lower districts | ordered the evacuation of its lower districts
P the lower districts of {city} were ordered to evacuate
P people in the lower districts of {city} were told to leave
N the lower districts of {city} were not evacuated
N nobody in the lower districts of {city} was told to leave
O people in the lower districts of {city} were told to stay at home
F* #dam
P the dam above {city} burst
P the dam above {city} gave way
P there was a breach in the dam above {city}
N the dam above {city} did not burst
N there was no breach in the dam above {city}
O the dam above {city} held
O the dam above {city} withstood the flood
F* #river
P {river} burst its banks at {city}
P {river} overflowed at {city}
P at {city}, {river} came over its banks
N {river} did not burst its banks at {city}
N {river} stayed within its banks at {city}
F #level
P the water in {city} is falling
P water levels in {city} are going down
P the flood in {city} is receding
N the water in {city} is not falling
N water levels in {city} are not going down
O the water in {city} is still rising
O water levels in {city} continue to climb
V {city} | ask the army for help | asked the army for help
P a request for army help came from {city}
P the army was asked for help by {city}
N no request for army help came from {city}
N the army was not asked for help by {city}
F
P drinking water in {city} was contaminated
P the tap water in {city} was found to be unsafe
N drinking water in {city} was not contaminated
O the tap water in {city} was found to be safe
O tests showed that drinking water in {city} was clean
F
P schools in {city} stayed open
P lessons in {city} went ahead
N schools in {city} did not stay open
O schools in {city} were closed
O pupils in {city} were sent home
K pct percent | {pct} of homes in {city} were flooded // the flood reached {pct} of homes in {city} // in {city}, {pct} of homes were under water
K money money | the flood damage in {city} was put at {money} // flood damage in {city} came to {money} // the flood cost {city} {money}
K day date | the dyke at {city} broke on {day} // it was on {day} that the dyke at {city} broke // the breach in the dyke at {city} came on {day}
C people | were rescued | from the floods in {city} | elderly
C people | were missing | after the floods in {city} | tourists
C people | were killed | in the floods in {city} | children
C houses | were flooded | in the district around {city} | uninsured
C roads | were closed | around {city} | main roads
G the families in the flooded streets of {city} | left their homes | stayed in their homes
G the bridges in {city} | were closed | were not closed
T the new flood wall in {city}
T the compensation offered to flood victims in {city}
E the flood in {city} | {city} was flooded | {city} was not flooded
E the landslide above {city} | a hillside above {city} collapsed | no hillside above {city} collapsed
# fires
S building: a furniture warehouse; a paper mill; a hotel; an apartment block; a school; a nightclub; a chemical works; a hospital wing; a shopping centre; a museum
S cause: a faulty cable; arson; lightning; a gas leak; fireworks; a cigarette; a kitchen accident; an overheated battery
F
P firefighters put out the blaze at {building} in {city}
P the blaze at {building} in {city} was extinguished
P the fire at {building} in {city} has been put out
N firefighters did not put out the blaze at {building} in {city}
N the blaze at {building} in {city} has not been extinguished
O the blaze at {building} in {city} is still burning
O the fire at {building} in {city} is out of control
F
P {building} in {city} had a working fire alarm
P a working alarm was installed in {building} in {city}
N {building} in {city} had no working fire alarm
N no working alarm was installed in {building} in {city}
O the fire alarm at {building} in {city} was broken
V the owner of {building} in {city} | ignore a warning about fire safety | ignored a warning about fire safety
P a warning about fire safety was ignored by the owner of {building} in {city}
N the owner of {building} in {city} acted on a warning about fire safety
O the owner of {building} in {city} took a warning about fire safety seriously
V {city} | tighten its fire code | tightened its fire code
P the fire code of {city} was made stricter
N the fire code of {city} was not made stricter
O {city} relaxed its fire code
O the fire code of {city} was loosened
V the fire chief of {city} | resign | resigned
P the fire chief of {city} stepped down
P the fire chief of {city} gave up the post
N the fire chief of {city} did not step down
O the fire chief of {city} stayed in the post
O the fire chief of {city} is still in office
F
P smoke from the fire in {city} was toxic
P the smoke over {city} contained poisonous substances
N smoke from the fire in {city} was not toxic
N no poisonous substances were found in the smoke over {city}
O the smoke over {city} was harmless
K cause cause | the fire at {building} in {city} was caused by {cause} // {cause} caused the fire at {building} in {city} // investigators traced the fire at {building} in {city} to {cause}
K money money | the fire in {city} caused damage of {money} // damage from the fire in {city} was estimated at {money} // the blaze in {city} cost insurers {money}
K clock time | the fire in {city} broke out at {clock} // it was {clock} when the fire in {city} started // the alarm about the fire in {city} was raised at {clock}
C people | were injured | in the fire at {building} in {city} | children
C people | were killed | in the fire at {building} in {city} | staff
C firefighters | were called | to the fire at {building} in {city} | volunteers
C guests | were brought to safety | from {building} in {city} | foreigners
C hectares | were burned | in the forest fire near {city} | protected land
G the residents of the burned block in {city} | were allowed back | were not allowed back
G the exits of {building} in {city} | were locked | were not locked
T the plan to rebuild {building} in {city}
T the ban on fireworks in {city}
E the fire at {building} in {city} | there was a fire at {building} in {city} | there was no fire at {building} in {city}
A the explosion at {building} in {city} | an explosion tore through {building} in {city} | no explosion occurred at {building} in {city}
# road and rail accidents
S vehicle: a coach; a freight train; a school bus; a tanker lorry; a tram; an express train; a minibus
S reason: brake failure; excessive speed; a signal fault; fog; a broken rail; a tyre burst; ice on the road
F
P the driver of {vehicle} near {city} was speeding
P the driver of {vehicle} near {city} drove too fast
N the driver of {vehicle} near {city} was not speeding
O the driver of {vehicle} near {city} kept to the speed limit
O the driver of {vehicle} near {city} was driving within the limit
F
P {vehicle} overturned near {city}
P near {city}, {vehicle} tipped over
N {vehicle} did not overturn near {city}
O {vehicle} stayed upright near {city}
F
P the line through {city} reopened
P trains are running through {city} again
P rail traffic through {city} has resumed
N the line through {city} has not reopened
N rail traffic through {city} has not resumed
O the line through {city} remains closed
O trains are still not running through {city}
V the rail operator | suspend the driver in the {city} crash | suspended the driver in the {city} crash
P the driver in the {city} crash was suspended by the rail operator
N the driver in the {city} crash was not suspended by the rail operator
O the rail operator kept the driver in the {city} crash on duty
V the rail operator | replace the signals at {city} | replaced the signals at {city}
P the signals at {city} were replaced by the rail operator
P new signals were put in at {city}
N the signals at {city} were not replaced
O the old signals at {city} are still in use
F
P the driver in the {city} crash survived
P the driver in the {city} crash is alive
N the driver in the {city} crash did not survive
O the driver in the {city} crash died
O the driver in the {city} crash was killed
F
P the driver in the {city} crash had been drinking
P alcohol was found in the blood of the driver in the {city} crash
N the driver in the {city} crash had not been drinking
O the driver in the {city} crash was sober
O no alcohol was found in the blood of the driver in the {city} crash
K reason cause | the crash near {city} was caused by {reason} // {reason} led to the crash near {city} // the inquiry blamed the crash near {city} on {reason}
K day date | the trains collided near {city} on {day} // the collision near {city} happened on {day} // on {day} two trains ran into each other near {city}
K clock time | the coach left {city} at {clock} // it was {clock} when the coach set off from {city} // the coach departed from {city} at {clock}
C passengers | were hurt | when {vehicle} crashed near {city} | schoolchildren
C people | were killed | when {vehicle} crashed near {city} | tourists
C passengers | were on board | when {vehicle} crashed near {city} | students
C cars | were involved | in the pile-up near {city} | lorries
C carriages | left the rails | in the accident near {city} | empty
G the passengers on the train to {city} | wore seat belts | did not wear seat belts
G the injured in the {city} crash | left hospital | stayed in hospital
T the lower speed limit on the road to {city}
T the new railway line to {city}
E the crash near {city} | two trains collided near {city} | no trains collided near {city}
E the derailment at {city} | a train left the rails at {city} | no train left the rails at {city}
# aviation
S plane: an airliner; a cargo plane; a regional jet; a helicopter; a charter flight; a training aircraft
F*
P a flight from {city} to {city2} was diverted
P a plane on its way from {city} to {city2} had to change course
N no flight from {city} to {city2} was diverted
V* {co} | ground its fleet | grounded its fleet
P the fleet of {co} was grounded
P all aircraft of {co} were taken out of service
N {co} kept its fleet flying
N the fleet of {co} was not grounded
O all aircraft of {co} remained in service
V {co} | open a route between {city} and {city2} | opened a route between {city} and {city2}
P a route between {city} and {city2} was opened by {co}
P {co} started flights between {city} and {city2}
N {co} did not start flights between {city} and {city2}
O {co} dropped a route between {city} and {city2}
O {co} ended flights between {city} and {city2}
V {co} | pay passengers compensation | paid passengers compensation
P passengers received compensation from {co}
N passengers received nothing from {co}
O {co} refused passengers any compensation
F
P the black box of the plane lost near {city} was recovered
P searchers found the flight recorder of the plane lost near {city}
N the black box of the plane lost near {city} was not recovered
N searchers did not find the flight recorder of the plane lost near {city}
O the flight recorder of the plane lost near {city} is still missing
F
P the pilots of the {co} flight were tired
P the crew of the {co} flight suffered from fatigue
N the pilots of the {co} flight were not tired
O the crew of the {co} flight was well rested
F
P the plane of {co} landed safely at {city}
P at {city} the plane of {co} came down safely
N the plane of {co} did not land safely at {city}
O the plane of {co} crashed on landing at {city}
V {city} airport | close its second runway | closed its second runway
P the second runway at {city} airport was closed
N the second runway at {city} airport was not closed
O the second runway at {city} airport stayed open
K city2 place | the flight from {city} landed in {city2} // the plane that had left {city} came down in {city2} // the flight from {city} ended in {city2}
K year date | {co} bought its first jet in {year} // it was in {year} that {co} bought its first jet // the first jet of {co} was bought in {year}
K pct percent | passenger numbers at {city} airport rose by {pct} // {city} airport had {pct} more passengers // the number of passengers at {city} airport grew {pct}
C passengers | were on board | when {plane} came down near {city} | foreign citizens
C flights | were cancelled | at {city} airport | long-haul flights
C people | were killed | when {plane} came down near {city} | crew members
C bags | were lost | at {city} airport | oversized
G the passengers on the flight to {city} | survived | did not survive
G the flights out of {city} | left on time | did not leave on time
T the third runway at {city} airport
T the ban on night flights at {city}
E the crash of {plane} near {city} | {plane} crashed near {city} | no aircraft crashed near {city}
E the near miss over {city} | two planes almost collided over {city} | no planes came close to a collision over {city}
# shipping
S cargo: crude oil; grain; fertiliser; coal; cars; live animals; timber
F
P {ship} ran aground off {city}
P {ship} became stuck on rocks off {city}
N {ship} did not run aground off {city}
O {ship} stayed clear of the rocks off {city}
V the captain of {ship} | ignore a storm warning | ignored a storm warning
P a storm warning was ignored by the captain of {ship}
N the captain of {ship} heeded a storm warning
O the captain of {ship} acted on a storm warning
V* {country} | detain {ship} | detained {ship}
P {ship} was held by {country}
P {ship} was detained by {country}
N {ship} was not detained by {country}
O {country} let {ship} sail on
O {ship} was free to leave {country}
V {country} | close the port of {city} to tankers | closed the port of {city} to tankers
P the port of {city} was closed to tankers by {country}
N the port of {city} was not closed to tankers
O the port of {city} stayed open to tankers
F
P oil leaked from {ship}
P there was an oil leak from {ship}
P oil spilled out of {ship}
N no oil leaked from {ship}
N there was no leak from {ship}
F
P {ship} was insured
P there was insurance on {ship}
N {ship} was not insured
N there was no insurance on {ship}
O the insurance of {ship} had run out
F
P {ship} sank off {city}
P {ship} went down off {city}
N {ship} did not sink off {city}
O {ship} is still afloat off {city}
O {ship} was towed into {city} still afloat
K cargo object | {ship} was carrying {cargo} // the cargo of {ship} was {cargo} // {ship} had {cargo} on board
K city place | {ship} set out from {city} // {ship} began its voyage in {city} // the voyage of {ship} started from {city}
K day date | {ship} lost power on {day} // the engines of {ship} failed on {day} // it was {day} when {ship} lost power
C sailors | were rescued | from {ship} off {city} | women
C containers | were lost | from {ship} off {city} | refrigerated
C sailors | were missing | after the sinking of {ship} off {city} | officers
G the crew of {ship} | left the vessel | stayed on the vessel
G the lifeboats of {ship} | were usable | were not usable
T the new container terminal in {city}
T the fine for the owners of {ship}
E the sinking of {ship} | {ship} sank | {ship} did not sink
A the seizure of {ship} | {ship} was seized | {ship} was not seized
# earthquakes and volcanoes
F*
P an earthquake was felt in {city}
P people in {city} felt an earthquake
P the ground shook in {city}
N no earthquake was felt in {city}
N nobody in {city} felt an earthquake
F*
P a tsunami warning was issued for {region}
P {region} was put under a tsunami warning
N no tsunami warning was issued for {region}
N {region} was not put under a tsunami warning
F
P the hospital in {city} withstood the earthquake
P the hospital in {city} came through the earthquake undamaged
N the hospital in {city} did not withstand the earthquake
O the hospital in {city} collapsed in the earthquake
O the earthquake brought down the hospital in {city}
V {country} | accept foreign help after the earthquake | accepted foreign help after the earthquake
P foreign help after the earthquake was accepted by {country}
N foreign help after the earthquake was not accepted by {country}
O {country} turned away foreign help after the earthquake
O {country} declined foreign help after the earthquake
V {country} | declare a state of emergency in {city} | declared a state of emergency in {city}
P a state of emergency was declared in {city} by {country}
P {country} put {city} under emergency rule
N no state of emergency was declared in {city}
F*
P the volcano above {city} erupted
P there was an eruption of the volcano above {city}
N the volcano above {city} did not erupt
O the volcano above {city} stayed quiet
V+ the authorities in {city} | reopen the main road | reopened the main road
P the main road in {city} was reopened
N the main road in {city} was not reopened
O the main road in {city} remains blocked
K clock time | the earthquake struck {city} at {clock} // the ground in {city} began to shake at {clock} // it was {clock} when the earthquake hit {city}
K region place | the epicentre of the quake was in {region} // the quake had its centre in {region} // seismologists placed the epicentre of the quake in {region}
K money money | rebuilding {city} will cost {money} // the cost of rebuilding {city} was put at {money} // {money} is needed to rebuild {city}
C people | were killed | in the earthquake in {city} | children
C people | were injured | in the earthquake in {city} | patients
C buildings | were destroyed | in the earthquake in {city} | schools
C people | were pulled alive | from the ruins in {city} | women
C aftershocks | were recorded | near {city} | strong
G the schools in {city} | were damaged | were not damaged
G the villages around {city} | received tents | received no tents
T the building code of {country}
T the plan to move {city} to safer ground
W the earthquake in {city} | an earthquake hit {city} | no earthquake hit {city}
W the eruption near {city} | a volcano erupted near {city} | no volcano erupted near {city}
# weather and heat
F*
P {city} had its hottest day on record
P the temperature record of {city} was broken
N {city} did not have its hottest day on record
N the temperature record of {city} was not broken
O the temperature record of {city} still stands
F*
P rain fell in {city}
P it rained in {city}
N no rain fell in {city}
N it did not rain in {city}
O {city} stayed dry
V+ the forecasters in {city} | issue a red warning | issued a red warning
P a red warning was issued for {city}
N no red warning was issued for {city}
N {city} was not under a red warning
V {city} | open shelters for the homeless | opened shelters for the homeless
P shelters for the homeless were opened in {city}
N shelters for the homeless were not opened in {city}
O {city} kept shelters for the homeless shut
V {country} | ration water in {region} | rationed water in {region}
P water was rationed in {region}
P households in {region} had their water rationed
N there was no rationing of water in {region}
O households in {region} had as much water as they wanted
F
P the storm weakened before it reached {city}
P by the time it reached {city}, the storm had lost strength
N the storm did not weaken before it reached {city}
O the storm grew stronger before it reached {city}
O the storm gathered strength on its way to {city}
F
P the drought in {region} is over
P the drought in {region} has ended
N the drought in {region} is not over
N the drought in {region} has not ended
O the drought in {region} continues
K city place | the storm made landfall at {city} // {city} is where the storm came ashore // the storm reached land at {city}
K day date | the first snow in {city} fell on {day} // {city} had its first snow on {day} // snow first fell in {city} on {day}
K pct percent | rainfall in {region} was {pct} below normal // {region} had {pct} less rain than usual // in {region} rain fell short of the average by {pct}
C people | were taken to hospital | with heatstroke in {city} | pensioners
C homes | were left without power | after the storm in {city} | farmhouses
C trees | were blown down | in the storm in {city} | oaks
C people | were killed | in the storm in {city} | motorists
G the farms in {region} | lost their harvest | did not lose their harvest
G the beaches near {city} | were closed | were not closed
T the ban on watering gardens in {city}
T the plan for a reservoir near {city}
W the storm in {city} | a storm hit {city} | no storm hit {city}
W the heatwave in {region} | there was a heatwave in {region} | there was no heatwave in {region}
"""
