# ruff: noqa: E501 - a template is one line of the line language and reads best unbroken
"""Subjects: politics, courts, diplomacy, police."""

TEXT = """
# elections
V {person} | concede defeat in {city} | conceded defeat in {city}
P {person} admitted defeat in {city}
P {person} accepted having lost in {city}
N {person} did not admit defeat in {city}
O {person} refused to concede in {city}
O {person} contested the result in {city}
V {party} | join the ruling coalition | joined the ruling coalition
P {party} became part of the ruling coalition
P {party} entered the ruling coalition
N {party} stayed out of the ruling coalition
O {party} turned down a place in the ruling coalition
V {party} | win a seat in {city} | won a seat in {city}
P a seat in {city} went to {party}
N {party} won no seat in {city}
O {party} came away from {city} without a seat
V the election commission | order a recount in {city} | ordered a recount in {city}
P a recount in {city} was ordered by the election commission
P votes in {city} are to be counted again by order of the election commission
N the election commission ordered no recount in {city}
O the election commission refused a recount in {city}
V {person} | stand for president | stood for president
P {person} ran for president
P {person} was a candidate for president
N {person} was not a candidate for president
N {person} did not run for president
F
P turnout in {city} was higher than at the last election
P more people voted in {city} than at the last election
N turnout in {city} was not higher than at the last election
O turnout in {city} was lower than at the last election
O fewer people voted in {city} than at the last election
F
P observers called the vote in {country} fair
P the vote in {country} was judged fair by observers
N observers did not call the vote in {country} fair
O observers called the vote in {country} rigged
O the vote in {country} was judged unfair by observers
F
P {person} and {person2} met for a televised debate
P {person} debated {person2} on television
N {person} and {person2} did not meet for a televised debate
N there was no televised debate between {person} and {person2}
K person actor | {person} won the mayoral election in {city} // the mayoral election in {city} was won by {person} // voters in {city} elected {person} mayor
K pct percent | turnout in {country} was {pct} // {pct} of voters in {country} cast a ballot // in {country}, turnout came to {pct}
K date date | {country} will vote on {date} // the election in {country} is set for {date} // voters in {country} go to the polls on {date}
K party actor | {party} is the largest group in the parliament of {country} // no group in the parliament of {country} is larger than {party} // {party} holds the most seats in the parliament of {country}
C polling stations | were closed early | in {city} | rural
C voters | were turned away | in {city} | students
C seats | were won by {party} | in the parliament of {country} | in the south
C complaints | were lodged | about the vote in {city} | anonymous
C candidates | were barred | from the election in {country} | women
G the ballots in {city} | were counted | were not counted
G the candidates in {country} | accepted the result | did not accept the result
T the voting reform in {country}
T the candidacy of {person4}
A the fraud in {city} | votes in {city} were falsified | no votes in {city} were falsified
W the recount in {city} | votes in {city} were counted again | votes in {city} were not counted again
# courts and trials
S crime: fraud; murder; bribery; tax evasion; espionage; manslaughter; perjury; money laundering; blackmail; kidnapping
S role: the former mayor; the banker; the surgeon; the football agent; the general; the bookkeeper; the landlord; the priest; the property developer
F #verdict
P {role} was found guilty of {crime}
P a jury convicted {role} of {crime}
P {role} was convicted of {crime}
N {role} was not found guilty of {crime}
N the jury did not convict {role} of {crime}
O {role} was acquitted of {crime}
O {role} was cleared of {crime}
O a jury found {role} not guilty of {crime}
V {role} | plead guilty to {crime} | pleaded guilty to {crime}
P {role} admitted {crime} in court
P a guilty plea to {crime} was entered by {role}
N {role} did not admit {crime} in court
O {role} pleaded not guilty to {crime}
O {role} denied {crime} in court
F #custody
P {role} is in custody
P {role} is behind bars
P {role} is being held in jail
N {role} is not in custody
N {role} is not behind bars
O {role} has been released
O {role} is at liberty
V {role} | appeal against the judgment | appealed against the judgment
P {role} lodged an appeal against the judgment
P an appeal against the judgment was filed by {role}
N no appeal against the judgment was filed by {role}
O {role} accepted the judgment without an appeal
V {role} | testify before the court in {city} | testified before the court in {city}
P {role} gave evidence before the court in {city}
P the court in {city} heard evidence from {role}
N the court in {city} heard no evidence from {role}
O {role} stayed silent before the court in {city}
V the court in {city} | allow cameras at the trial of {role} | allowed cameras at the trial of {role}
P cameras were allowed at the trial of {role} in {city}
N no cameras were allowed at the trial of {role} in {city}
O the court in {city} barred cameras from the trial of {role}
V the judge in {city} | freeze the assets of {role} | froze the assets of {role} | frozen the assets of {role}
P the assets of {role} were frozen by the judge in {city}
N the assets of {role} were not frozen
O the assets of {role} remain available
F
P {role} has a lawyer
P {role} is represented by a lawyer
N {role} has no lawyer
N {role} is not represented by a lawyer
K crime object | {role} was charged with {crime} in {city} // prosecutors in {city} charged {role} with {crime} // the charge against {role} in {city} is {crime}
K money money | {role} was ordered to pay {money} // the court ordered {role} to pay {money} // {role} must pay {money} by order of the court
K city place | {role} will stand trial in {city} // the trial of {role} will be held in {city} // {city} is where {role} will stand trial
K month date | the trial of {role} opens in {month} // {role} goes on trial in {month} // proceedings against {role} begin in {month}
C witnesses | were heard | at the trial of {role} in {city} | experts
C charges | were dropped | in the case against {role} | minor
C documents | were seized | from the office of {role} | handwritten
C victims | were named | in the case against {role} in {city} | minors
G the jurors in the trial of {role} | believed the witness | did not believe the witness
G the charges against {role} | were upheld | were dropped
T the sentence given to {role}
T the reform of the courts in {country}
W the arrest of {role} | {role} was arrested | {role} was not arrested
A the leak in the case of {role} | files on {role} were leaked | no files on {role} were leaked
# crime and police
S loot: a painting; a coin collection; a lorry full of cigarettes; a racehorse; a stolen manuscript; gold bars
S place: a jeweller's shop; a bank; a petrol station; a villa; a museum; a post office; a warehouse
V* police in {city} | arrest a man over a robbery at {place} | arrested a man over a robbery at {place}
P a man was arrested by police in {city} over a robbery at {place}
P an arrest was made in {city} over a robbery at {place}
N nobody was arrested in {city} over a robbery at {place}
N there was no arrest in {city} over a robbery at {place}
V+ police in {city} | release the name of the suspect | released the name of the suspect
P the name of the suspect was released by police in {city}
P police in {city} made the name of the suspect public
N police in {city} withheld the name of the suspect
O police in {city} kept the name of the suspect secret
V+ police in {city} | use tear gas against the crowd | used tear gas against the crowd
P tear gas was used by police in {city} against the crowd
P police in {city} fired tear gas at the crowd
N no tear gas was used by police in {city} against the crowd
V+ detectives in {city} | find the weapon | found the weapon
P the weapon was found by detectives in {city}
N the weapon was not found by detectives in {city}
O the weapon is still missing, detectives in {city} say
F
P the suspect in {city} was armed
P the suspect in {city} carried a weapon
N the suspect in {city} was not armed
N the suspect in {city} carried no weapon
O the suspect in {city} was unarmed
F
P the suspect in {city} acted alone
P the suspect in {city} had no accomplices
N the suspect in {city} did not act alone
O the suspect in {city} had help
O accomplices helped the suspect in {city}
F
P crime in {city} went up
P there was more crime in {city}
P the number of offences in {city} rose
N crime in {city} did not go up
N there was no more crime in {city} than before
O crime in {city} went down
O the number of offences in {city} fell
F
P the kidnapped girl from {city} was found alive
P the girl kidnapped in {city} is alive
N the kidnapped girl from {city} was not found alive
O the girl kidnapped in {city} is dead
O the kidnapped girl from {city} was found dead
K loot object | thieves took {loot} from {place} in {city} // {loot} was stolen from {place} in {city} // {place} in {city} was robbed of {loot}
K clock time | the robbery in {city} took place at {clock} // it was {clock} when the robbers struck in {city} // robbers struck in {city} at {clock}
K day date | the suspect was caught in {city} on {day} // the capture of the suspect in {city} came on {day} // on {day} the suspect was caught in {city}
K money money | the robbers in {city} got away with {money} // {money} was stolen in the robbery in {city} // the haul from the robbery in {city} was {money}
C officers | were hurt | in the clashes in {city} | women
C people | were arrested | after the raid in {city} | teenagers
C weapons | were found | in a flat in {city} | unregistered
C suspects | were released | by police in {city} | minors
G the stolen paintings from {city} | were recovered | were not recovered
G the suspects in {city} | confessed | did not confess
T the new police law in {country}
T the camera network planned for {city}
A the robbery in {city} | {place} in {city} was robbed | {place} in {city} was not robbed
A the shooting in {city} | shots were fired in {city} | no shots were fired in {city}
# diplomacy
V {country} | recall its ambassador from {country2} | recalled its ambassador from {country2}
P the ambassador of {country} to {country2} was recalled
P {country} called its ambassador home from {country2}
N the ambassador of {country} to {country2} was not recalled
O {country} left its ambassador in {country2} in place
V {country} | sign the border treaty with {country2} | signed the border treaty with {country2}
P the border treaty with {country2} was signed by {country}
P {country} put its signature to the border treaty with {country2}
N the border treaty with {country2} was not signed by {country}
O {country} refused to sign the border treaty with {country2}
V {country} | lift sanctions on {country2} | lifted sanctions on {country2}
P sanctions on {country2} were lifted by {country}
P {country} ended its sanctions on {country2}
N sanctions on {country2} were not lifted by {country}
O {country} kept its sanctions on {country2} in place
V {country} | expel a diplomat of {country2} | expelled a diplomat of {country2}
P a diplomat of {country2} was expelled from {country}
P {country} ordered a diplomat of {country2} to leave
N no diplomat of {country2} was expelled from {country}
V {country} | attend the summit in {city} | attended the summit in {city}
P {country} took part in the summit in {city}
P a delegation from {country} was at the summit in {city}
N {country} took no part in the summit in {city}
O {country} stayed away from the summit in {city}
O {country} boycotted the summit in {city}
V {country} | recognise the new government of {country2} | recognised the new government of {country2}
P the new government of {country2} was recognised by {country}
N the new government of {country2} was not recognised by {country}
O {country} withheld recognition from the new government of {country2}
F
P the talks between {country} and {country2} ended in agreement
P {country} and {country2} reached an agreement
N the talks between {country} and {country2} did not end in agreement
N {country} and {country2} reached no agreement
O the talks between {country} and {country2} broke down
O the talks between {country} and {country2} collapsed
F
P the leaders of {country} and {country2} shook hands
P the leader of {country} shook hands with the leader of {country2}
N the leaders of {country} and {country2} did not shake hands
N there was no handshake between the leaders of {country} and {country2}
K city place | {country} and {country2} held their talks in {city} // the talks between {country} and {country2} took place in {city} // {city} was where {country} and {country2} held their talks
K day date | the envoys of {country} and {country2} met on {day} // the meeting of the envoys of {country} and {country2} was on {day} // on {day} the envoy of {country} met the envoy of {country2}
K country3 actor | the prisoner swap between {country} and {country2} was brokered by {country3} // {country3} mediated the prisoner swap between {country} and {country2} // it was {country3} that arranged the prisoner swap between {country} and {country2}
K year date | {country} joined the alliance in {year} // it was in {year} that {country} became a member of the alliance // {country} has been a member of the alliance since {year}
C prisoners | were exchanged | between {country} and {country2} | women
C diplomats | were expelled | from {country} | attaches
C agreements | were signed | by {country} and {country2} in {city} | trade accords
C delegates | were present | at the conference in {city} | observers
G the members of the alliance | voted for the resolution on {country} | did not vote for the resolution on {country}
G the hostages held in {country} | were freed | were not freed
T the trade deal between {country} and {country2}
T the peace plan put to {country}
T the new trade ban on {country}
A the attack on the embassy of {country} in {city} | the embassy of {country} in {city} was attacked | the embassy of {country} in {city} was not attacked
W the meeting between {person} and {person2} | {person} met {person2} | {person} did not meet {person2}
# protests
S aim: higher taxes; the new police law; fuel prices; the closure of the hospital; the pension reform; the airport plan; the war
V+ protesters in {city} | block the main bridge | blocked the main bridge
P the main bridge in {city} was blocked by protesters
N the main bridge in {city} was not blocked by protesters
O the main bridge in {city} stayed open to traffic during the protest
V* the mayor of {city} | ban the march against {aim} | banned the march against {aim}
P the march against {aim} was banned by the mayor of {city}
P a ban on the march against {aim} was imposed in {city}
N there was no ban on the march against {aim} in {city}
O the mayor of {city} authorised the march against {aim}
O the march against {aim} was permitted in {city}
F*
P the march against {aim} in {city} was peaceful
P the march against {aim} in {city} passed off without violence
N the march against {aim} in {city} was not peaceful
O the march against {aim} in {city} turned violent
O there was violence at the march against {aim} in {city}
V {person} | speak at the rally in {city} | spoke at the rally in {city} | spoken at the rally in {city}
P {person} addressed the rally in {city}
P the rally in {city} was addressed by {person}
N {person} did not address the rally in {city}
O {person} stayed away from the rally in {city}
V {country} | impose a curfew in {city} | imposed a curfew in {city}
P a curfew was imposed in {city} by {country}
P {city} was placed under curfew
N no curfew was imposed in {city}
N {city} was not placed under curfew
V the president of {country} | meet the protest leaders | met the protest leaders
P the protest leaders were received by the president of {country}
N the protest leaders were not received by the president of {country}
O the president of {country} refused to receive the protest leaders
F
P the internet was cut off in {city}
P {city} was without internet
N the internet was not cut off in {city}
O the internet worked normally in {city}
K aim cause | the crowd in {city} was protesting against {aim} // {aim} brought the protesters in {city} onto the streets // the protest in {city} was directed against {aim}
K city place | the biggest march of the day was in {city} // {city} saw the biggest march of the day // no march of the day was bigger than the one in {city}
K day date | the general strike in {country} will be held on {day} // {country} faces a general strike on {day} // unions in {country} have called a general strike for {day}
C people | were arrested | at the protest in {city} | students
C people | were injured | at the protest in {city} | police officers
C protesters | were counted | at the rally in {city} | pensioners
C shops | were looted | during the unrest in {city} | pharmacies
G the protesters held in {city} | were released | were not released
G the shops in {city} | stayed open | did not stay open
T the law on public assemblies in {country}
T the curfew in {city}
E the riot in {city} | there was a riot in {city} | there was no riot in {city}
A the shooting at the rally in {city} | shots were fired at the rally in {city} | no shots were fired at the rally in {city}
# migration
V {country} | close its border with {country2} | closed its border with {country2}
P the border with {country2} was closed by {country}
P {country} shut the border with {country2}
N the border with {country2} was not closed by {country}
O {country} kept its border with {country2} open
O the border between {country} and {country2} stayed open
V {country} | take in refugees from {country2} | took in refugees from {country2} | taken in refugees from {country2}
P refugees from {country2} were taken in by {country}
P refugees from {country2} found shelter in {country}
N no refugees from {country2} were taken in by {country}
O {country} turned away refugees from {country2}
V {country} | build a fence near {city} | built a fence near {city}
P a fence was built by {country} near {city}
P {country} put up a fence near {city}
N no fence was built by {country} near {city}
V {country} | tighten its asylum law | tightened its asylum law
P the asylum law of {country} was tightened
P stricter asylum rules were adopted in {country}
N the asylum law of {country} was not tightened
O {country} relaxed its asylum law
O the asylum law of {country} was eased
V the camp near {city} | close | closed
P the camp near {city} was shut down
N the camp near {city} was not shut down
O the camp near {city} remains open
O the camp near {city} is still in use
F
P the boat off {city} was carrying children
P there were children on the boat off {city}
N the boat off {city} was not carrying children
N there were no children on the boat off {city}
F
P deportations from {country} to {country2} have resumed
P {country} is deporting people to {country2} again
N deportations from {country} to {country2} have not resumed
O deportations from {country} to {country2} remain suspended
K country2 place | most of the migrants who reached {city} came from {country2} // {country2} was the home of most of the migrants who reached {city} // the majority of migrants arriving in {city} were from {country2}
K pct percent | asylum claims in {country} fell by {pct} // {country} had {pct} fewer asylum claims // the number of asylum claims in {country} dropped {pct}
K city place | the migrants were brought ashore in {city} // {city} is where the migrants came ashore // the rescued migrants were landed in {city}
C migrants | were rescued | off {city} | women
C migrants | were missing | after a boat sank off {city} | children
C families | were moved | from the camp near {city} | single parents
C applications | were rejected | at the asylum office in {city} | repeat requests
C people | were deported | from {country} to {country2} | convicted offenders
G the migrants in the camp near {city} | received papers | received no papers
G the applicants from {country} | were admitted | were not admitted
T the asylum deal between {country} and {country2}
T the new camp near {city}
E the shipwreck off {city} | a migrant boat sank off {city} | no migrant boat sank off {city}
E the fire in the camp near {city} | the camp near {city} caught fire | the camp near {city} did not catch fire
"""
