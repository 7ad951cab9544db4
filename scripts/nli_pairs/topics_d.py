# ruff: noqa: E501 - a template is one line of the line language and reads best unbroken
"""Subjects: space, science, technology, goods, housing, schools, culture, farming."""

TEXT = """
# space
S craft: a weather satellite; a lunar lander; a Mars probe; a supply capsule; a space telescope; a spy satellite
V* {country} | launch {craft} | launched {craft}
P {craft} was launched by {country}
P {country} sent {craft} into space
N {craft} was not launched by {country}
O {country} called off the launch of {craft}
O {country} scrubbed the launch of {craft}
F
P the capsule of {country} docked with the station
P the capsule of {country} reached the station
N the capsule of {country} did not dock with the station
O the capsule of {country} missed the station
F
P contact with {craft} of {country} was lost
P {country} lost contact with {craft}
N contact with {craft} of {country} was not lost
O {craft} of {country} is sending data
O {country} is in contact with {craft}
V {country} | leave the space station programme | left the space station programme
P {country} quit the space station programme
N {country} did not quit the space station programme
O {country} stayed in the space station programme
V {co} | reuse its rocket | reused its rocket
P the rocket of {co} flew a second time
N the rocket of {co} did not fly a second time
O the rocket of {co} was lost after one flight
F
P the landing of {craft} succeeded
P {craft} landed as planned
N the landing of {craft} did not succeed
O the landing of {craft} failed
O {craft} was destroyed on landing
K fyear date | {country} will send people to the moon in {fyear} // {country} plans its crewed moon flight for {fyear} // the crewed moon flight of {country} is set for {fyear}
K city place | the rocket part came down near {city} // the rocket debris fell near {city} // {city} is the town near which the rocket debris fell
K money money | the mission of {country} cost {money} // {country} spent {money} on the mission // the price of the mission of {country} was {money}
K craft object | {country} lost {craft} on {day} // the spacecraft that {country} lost on {day} was {craft} // what failed on {day} was {craft} of {country}
C satellites | were placed in orbit | by {country} | military
C launches | were cancelled | at the spaceport of {city} | commercial
C fragments | were found | near {city} after the rocket failure | burnt
G the instruments on the probe of {country} | worked | did not work
G the satellites of {co} | reached orbit | did not reach orbit
T the moon programme of {country}
T the rocket of {co}
E the collision of two satellites of {country} | two satellites of {country} collided | no satellites of {country} collided
# science and environment
S animal: wolf; brown bear; sea eagle; river dolphin; lynx; otter; wild bee; sturgeon
F
P the {animal} has returned to {region}
P {region} has {animal} sightings again
N the {animal} has not returned to {region}
O the {animal} is still absent from {region}
F
P the number of {animal} pairs in {region} rose
P there were more {animal} pairs in {region}
N the number of {animal} pairs in {region} did not rise
O the number of {animal} pairs in {region} fell
O there were fewer {animal} pairs in {region}
V {country} | ban fishing off {city} | banned fishing off {city}
P fishing off {city} was banned
P a fishing ban came into force off {city}
N fishing off {city} was not banned
O fishing off {city} is still allowed
O {country} allowed fishing off {city}
V {country} | sign the climate accord | signed the climate accord
P the climate accord was signed by {country}
N the climate accord was not signed by {country}
O {country} refused to put its name to the climate accord
V {country} | meet its climate target | met its climate target
P the climate target of {country} was met
P {country} reached its climate target
N the climate target of {country} was not met
O {country} missed its climate target
O {country} fell short of its climate target
F
P the skeleton found near {city} is human
P human bones were found near {city}
N the skeleton found near {city} is not human
O the skeleton found near {city} is that of an animal
F
P the journal stands by the study from {city}
P the study from {city} was upheld by the journal
N the journal does not stand by the study from {city}
O the journal withdrew the study from {city}
O the study from {city} was retracted
F*
P emissions in {country} fell
P {country} emitted less carbon
N emissions in {country} did not fall
O emissions in {country} rose
O {country} emitted more carbon
K year date | the tomb near {city} was discovered in {year} // it was in {year} that the tomb near {city} was found // the discovery of the tomb near {city} dates from {year}
K person actor | the comet was discovered by {person} // {person} discovered the comet // it was {person} who first saw the comet
K pct percent | the glacier above {city} shrank by {pct} // the glacier above {city} lost {pct} of its ice // {pct} of the glacier above {city} has melted
K country place | the oldest cave painting was found in {country} // {country} is home to the oldest cave painting // researchers located the oldest cave painting in {country}
C dolphins | were stranded | on the beach near {city} | calves
C trees | were felled | in the park of {city} | oaks
C species | were discovered | in the forests of {region} | insects
C researchers | were evacuated | from the station in {region} | doctoral students
G the lakes in {region} | were polluted | were not polluted
G the samples from {city} | contained lead | contained no lead
T the national park in {region}
T the tax on carbon in {country}
E the fish kill at {city} | dead fish were seen at {city} | no dead fish were seen at {city}
# technology and outages
S service: the payment system; the emergency call line; the online tax portal; the ticket app; the mobile network; the booking system
F* #down
P {service} in {city} was down
P {service} in {city} was out of service
P there was an outage of {service} in {city}
N {service} in {city} was not down
N there was no outage of {service} in {city}
O {service} in {city} worked without interruption
F
P hackers got into {service} in {city}
P {service} in {city} was hacked
N hackers did not get into {service} in {city}
N {service} in {city} was not hacked
V {co} | pay the ransom | paid the ransom
P the ransom was paid by {co}
P {co} gave in to the demand for a ransom
N the ransom was not paid by {co}
O {co} refused to pay the ransom
V {co} | warn its customers about the flaw | warned its customers about the flaw
P customers of {co} were warned about the flaw
N customers of {co} were not warned about the flaw
O {co} hid the flaw from its customers
O {co} kept quiet about the flaw
V {co} | release its source code | released its source code
P the source code of {co} was released
P {co} opened its source code to the public
N the source code of {co} was not released
O {co} kept its source code closed
V {country} | ban the video app of {co} | banned the video app of {co}
P the video app of {co} was banned in {country}
N the video app of {co} was not banned in {country}
O {country} allowed the video app of {co}
F
P customer data of {co} was encrypted
P {co} had encrypted its customer data
N customer data of {co} was not encrypted
O {co} kept its customer data in plain text
K clock time | the outage at {co} began at {clock} // {co} went offline at {clock} // it was {clock} when {co} went offline
K money money | {co} was fined {money} for the breach // the breach cost {co} a fine of {money} // a fine of {money} was imposed on {co} for the breach
K country actor | the attack on {co} came from {country} // hackers from {country} attacked {co} // those who attacked {co} were based in {country}
K pct percent | {pct} of users in {city} lost access // the outage hit {pct} of users in {city} // in {city} access failed for {pct} of users
C accounts | were stolen | from {co} | business accounts
C customers | were locked out | during the outage at {co} | abroad
C servers | were replaced | at {co} in {city} | old
C robots | were installed | at the plant of {co} in {city} | imported
G the systems of {co} | were restored | were not restored
G the phones made by {co} | were affected | were not affected
T the facial recognition system in {city}
T the digital identity card in {country}
A the cyberattack on {co} | {co} was hit by a cyberattack | {co} was not hit by a cyberattack
# product recalls
S product: a baby milk; an electric heater; a car seat; a frozen pizza; a child's bicycle; a face cream; an electric car; a phone charger
S danger: salmonella; broken glass; faulty brakes; a fire risk; high levels of lead; a wrong label; sharp edges
V {co} | recall {product} | recalled {product}
P {product} was recalled by {co}
P {co} issued a recall of {product}
P {co} took {product} off the market
N {product} was not recalled by {co}
N {co} issued no recall of {product}
O {co} left {product} on the market
O {product} of {co} is still on sale
V {co} | refund buyers of {product} | refunded buyers of {product}
P buyers of {product} got their money back from {co}
N buyers of {product} got no money back from {co}
O {co} refused buyers of {product} a refund
V {co} | know about the defect for months | knew about the defect for months | known about the defect for months
P for months, {co} was aware of the defect
N for months, {co} was unaware of the defect
N for months, {co} had no idea of the defect
F
P {product} of {co} passed the safety test
P {product} of {co} came through the safety test
N {product} of {co} did not pass the safety test
O {product} of {co} failed the safety test
V the regulator in {country} | fine {co} | fined {co}
P {co} was fined by the regulator in {country}
P a fine was imposed on {co} in {country}
N {co} was not fined in {country}
O {co} escaped a fine in {country}
V {co} | change its supplier | changed its supplier
P the supplier of {co} was changed
N the supplier of {co} was not changed
O {co} stayed with its supplier
K danger cause | {product} of {co} was withdrawn because of {danger} // the withdrawal of {product} by {co} was due to {danger} // {danger} was the reason {co} withdrew {product}
K country place | {product} of {co} was made in {country} // {country} is where {co} made {product} // {co} had {product} manufactured in {country}
K pct percent | the defect was found in {pct} of the {co} devices tested // {pct} of the {co} devices tested had the defect // tests showed the defect in {pct} of devices from {co}
C complaints | were received | about {product} of {co} | anonymous
C people | were injured | by {product} of {co} | children
C units | were sold | of {product} by {co} | second-hand
C shops | were inspected | in {city} after the recall by {co} | pharmacies
G the batches made by {co} | were tested | were not tested
G the buyers of {product} from {co} | were informed | were not informed
T the safety rule for toys in {country}
T the apology by {co}
E the poisoning in {city} | people in {city} were poisoned | nobody in {city} was poisoned
# housing
V {city} | freeze rents | froze rents | frozen rents
P rents in {city} were frozen
P a rent freeze came into force in {city}
N rents in {city} were not frozen
N there was no rent freeze in {city}
O {city} allowed rents to rise
V {city} | build social housing by the harbour | built social housing by the harbour
P social housing was built by the harbour in {city}
N no social housing was built by the harbour in {city}
O {city} dropped social housing by the harbour
V {city} | sell the old town hall | sold the old town hall
P the old town hall in {city} was sold
P the old town hall in {city} has a new owner
N the old town hall in {city} was not sold
O {city} kept the old town hall
F*
P house prices in {city} fell
P homes in {city} became cheaper
N house prices in {city} did not fall
O house prices in {city} rose
O homes in {city} became more expensive
V {co} | evict the tenants in {city} | evicted the tenants in {city}
P the tenants in {city} were evicted by {co}
P {co} put the tenants in {city} out
N the tenants in {city} were not evicted by {co}
O {co} let the tenants in {city} stay
O the tenants in {city} were allowed to stay by {co}
F
P the tower block in {city} is safe
P engineers declared the tower block in {city} safe
N the tower block in {city} is not safe
O engineers declared the tower block in {city} unsafe
O the tower block in {city} is in danger of collapse
K pct percent | rents in {city} rose by {pct} // {city} saw rents climb {pct} // tenants in {city} paid {pct} more
K money money | the housing plan of {city} costs {money} // {city} will spend {money} on its housing plan // the cost of the housing plan of {city} is {money}
K year date | the tower block in {city} was built in {year} // the tower block in {city} dates from {year} // construction of the tower block in {city} was finished in {year}
C flats | were built | in {city} | subsidised
C families | were evicted | in {city} | single mothers
C homes | were empty | in {city} | holiday homes
C tenants | were moved out | of the tower block in {city} | pensioners
G the flats in the tower in {city} | were let | were not let
G the tenants in {city} | paid the increase | did not pay the increase
T the rent cap in {city}
T the demolition of the tower in {city}
E the collapse of a block in {city} | a block of flats in {city} collapsed | no block of flats in {city} collapsed
# education
V {city} | close its village schools | closed its village schools
P the village schools of {city} were closed
P village schools around {city} were shut
N the village schools of {city} were not closed
O the village schools of {city} remain open
O {city} kept its village schools
V the university of {city} | raise tuition fees | raised tuition fees
P tuition fees at the university of {city} went up
P studying at the university of {city} became more expensive
N tuition fees at the university of {city} did not go up
O the university of {city} lowered tuition fees
O tuition fees at the university of {city} were cut
V {country} | ban phones in schools | banned phones in schools
P phones were banned in the schools of {country}
P schools in {country} no longer allow phones
N phones were not banned in the schools of {country}
O phones are allowed in the schools of {country}
V the university of {city} | withdraw the degree of {person} | withdrew the degree of {person} | withdrawn the degree of {person}
P the degree of {person} was withdrawn by the university of {city}
P {person} lost a degree from the university of {city}
N the degree of {person} was not withdrawn
O {person} was allowed to keep a degree from the university of {city}
F
P {person} copied parts of a thesis
P parts of the thesis of {person} were copied
N {person} did not copy parts of a thesis
O {person} wrote every part of a thesis alone
F*
P exam results in {country} got better
P exam results in {country} improved
N exam results in {country} did not get better
O exam results in {country} got worse
O exam results in {country} declined
V {country} | hire more teachers | hired more teachers
P more teachers were hired in {country}
N no more teachers were hired in {country}
O {country} cut the number of its teachers
K pct percent | {pct} of pupils in {country} passed the exam // the pass rate in {country} was {pct} // in {country} the exam was passed by {pct} of pupils
K month date | the school year in {country} begins in {month} // pupils in {country} go back to school in {month} // {month} is when the school year in {country} begins
K money money | {country} will spend {money} on new schools // new schools in {country} will cost {money} // the sum set aside for new schools in {country} is {money}
C pupils | were sent home | from the school in {city} | first-years
C teachers | were missing | in the schools of {city} | mathematics teachers
C students | were expelled | from the university of {city} | foreigners
C schools | were closed | in {city} | primary schools
G the pupils in {city} | passed the test | did not pass the test
G the teachers in {city} | supported the reform | did not support the reform
T the school reform in {country}
T the ban on phones in schools in {city}
E the cheating at the university of {city} | students at the university of {city} cheated | no students at the university of {city} cheated
# culture
S work: a lost opera; a bronze statue; a medieval map; a film about the war; a novel; a portrait of a queen; an altar
V the museum in {city} | return {work} to {country} | returned {work} to {country}
P {work} was returned to {country} by the museum in {city}
P the museum in {city} gave {work} back to {country}
N {work} was not returned to {country}
O the museum in {city} kept {work}
O {work} stays at the museum in {city}
V* the festival in {city} | cancel the concert by {person} | cancelled the concert by {person}
P the concert by {person} was cancelled by the festival in {city}
P the festival in {city} called off the concert by {person}
N the concert by {person} was not cancelled
O the concert by {person} at the festival in {city} went ahead
F
P {work} shown in {city} is genuine
P experts in {city} declared {work} genuine
N {work} shown in {city} is not genuine
O {work} shown in {city} is a forgery
O experts in {city} declared {work} a fake
V {person} | accept the prize in {city} | accepted the prize in {city}
P the prize in {city} was accepted by {person}
N the prize in {city} was not accepted by {person}
O {person} turned down the prize in {city}
V {country} | ban the film by {person} | banned the film by {person}
P the film by {person} was banned in {country}
P cinemas in {country} may not show the film by {person}
N the film by {person} was not banned in {country}
O cinemas in {country} may show the film by {person}
V {city} | rebuild its opera house | rebuilt its opera house
P the opera house in {city} was rebuilt
N the opera house in {city} was not rebuilt
O the opera house in {city} is still a ruin
F
P {person} is alive
P {person} is living
N {person} is not alive
O {person} has died
O {person} is dead
K money money | {work} was sold in {city} for {money} // {work} fetched {money} in {city} // a buyer in {city} paid {money} for {work}
K person actor | the film prize in {city} went to {person} // {person} won the film prize in {city} // the winner of the film prize in {city} is {person}
K year date | the opera house in {city} was opened in {year} // it was in {year} that the opera house in {city} opened // the opera house in {city} dates from {year}
K city place | {work} was found in an attic in {city} // an attic in {city} was where {work} turned up // {work} came to light in an attic in {city}
C visitors | were counted | at the museum in {city} | schoolchildren
C paintings | were stolen | from the museum in {city} | watercolours
C tickets | were returned | after the concert in {city} | unused
G the paintings in {city} | were insured | were not insured
G the musicians in {city} | were paid | were not paid
T the new concert hall in {city}
T the statue of a general in {city}
A the theft of {work} in {city} | {work} was stolen in {city} | {work} was not stolen in {city}
# farming and food
S crop: wheat; maize; rice; olives; coffee; potatoes; apples
V* {country} | ban exports of {crop} | banned exports of {crop}
P exports of {crop} from {country} were banned
P {country} stopped exporting {crop}
N exports of {crop} from {country} were not banned
O {country} went on exporting {crop}
O exports of {crop} from {country} continued
F*
P the {crop} harvest in {country} was good
P {country} had a good {crop} harvest
N the {crop} harvest in {country} was not good
O the {crop} harvest in {country} was poor
O {country} had a poor {crop} harvest
F*
P the price of {crop} rose in {country}
P {crop} became dearer in {country}
N the price of {crop} did not rise in {country}
O the price of {crop} fell in {country}
O {crop} became cheaper in {country}
V {country} | cull poultry near {city} | culled poultry near {city}
P poultry near {city} was culled
P farms near {city} had their poultry culled
N no poultry was culled near {city}
O poultry near {city} was spared
F
P bird flu was found near {city}
P tests near {city} were positive for bird flu
N bird flu was not found near {city}
O tests near {city} were negative for bird flu
V+ farmers in {region} | block the motorway | blocked the motorway
P the motorway was blocked by farmers in {region}
N the motorway was not blocked by farmers in {region}
O farmers in {region} left the motorway free
V {country} | allow the new pesticide | allowed the new pesticide
P the new pesticide was allowed in {country}
P use of the new pesticide is legal in {country}
N the new pesticide was not allowed in {country}
O {country} banned the new pesticide
O use of the new pesticide is illegal in {country}
K pct percent | the {crop} crop in {country} fell by {pct} // {country} harvested {pct} less {crop} // {crop} output in {country} was down {pct}
K crop object | the main export of {region} is {crop} // {region} exports more {crop} than anything else // no export of {region} earns more than {crop}
K money money | {country} gave farmers {money} in aid // farmers in {country} received {money} in aid // aid to farmers in {country} came to {money}
C cows | were slaughtered | on farms near {city} | calves
C farms | were sold | in {region} | family farms
C people | were poisoned | at the food fair in {city} | children
C tonnes | were harvested | in {region} | organic
G the farms near {city} | were inspected | were not inspected
G the wells in {region} | ran dry | did not run dry
T the subsidy for farms in {country}
T the trade in live animals from {country}
E the swine fever outbreak near {city} | swine fever broke out near {city} | swine fever did not break out near {city}
"""
