# ruff: noqa: E501 - a template is one line of the line language and reads best unbroken
"""Subjects: business, work, energy, health, sport."""

TEXT = """
# company results
S co: Norvik Foods; Helio Energy; Castor Retail; Altamar Bank; Quill Media; Orion Steel; Meridian Telecom; Tessera Software; Vantage Insurance; Corvus Chemicals; Juniper Textiles; Umbra Mining; Zephyr Motors; Pallas Labs; Keystone Group; Larkspur Holdings
V* {co} | raise its dividend | raised its dividend
P the dividend of {co} was raised
P shareholders of {co} got a higher dividend
N the dividend of {co} was not raised
O {co} cut its dividend
O the dividend of {co} was reduced
V* {co} | lower its forecast | lowered its forecast
P the forecast of {co} was lowered
P {co} became more pessimistic in its forecast
N {co} stood by its forecast
O {co} raised its forecast
O {co} lifted its outlook
F*
P shares in {co} rose
P {co} shares gained
P the share price of {co} went up
N shares in {co} did not rise
O shares in {co} fell
O {co} shares lost ground
O the share price of {co} dropped
F*
P {co} made a profit
P {co} was profitable
P the accounts of {co} showed a profit
N {co} did not make a profit
N {co} was not profitable
O {co} made a loss
O the accounts of {co} showed a loss
F*
P sales at {co} grew
P {co} sold more
N sales at {co} did not grow
O sales at {co} shrank
O {co} sold less
V {co} | close its plant in {city} | closed its plant in {city}
P the plant of {co} in {city} was shut down
P {co} shut its {city} plant
N the plant of {co} in {city} was not shut down
O {co} kept its plant in {city} open
O the {city} plant of {co} is still in operation
V {co} | replace its chief executive | replaced its chief executive
P the chief executive of {co} was replaced
P {co} changed its chief executive
N the chief executive of {co} was not replaced
O the chief executive of {co} kept the job
V {co} | repay its debts | repaid its debts
P the debts of {co} were repaid
P {co} paid back what it owed
N the debts of {co} were not repaid
O {co} defaulted on its debts
K pct percent | profit at {co} rose by {pct} in {quarter} // {co} increased its profit by {pct} in {quarter} // {co} reported a rise in profit of {pct} for {quarter}
K money money | {co} had revenue of {money} in {quarter} // revenue at {co} came to {money} in {quarter} // in {quarter}, {co} took in {money}
K pct percent | {co} cut costs by {pct} // costs at {co} fell by {pct} // {co} brought its costs down by {pct}
K city place | {co} will move its head office to {city} // the head office of {co} is moving to {city} // {co} has chosen {city} for its new head office
C jobs | were cut | at {co} in {city} | full-time posts
C shops | were opened | by {co} in {country} | franchises
C customers | were affected | by the error at {co} | businesses
C factories | were sold | by {co} | loss-making
G the shareholders of {co} | approved the accounts | did not approve the accounts
G the branches of {co} | made money | lost money
T the bonus scheme at {co}
T the new strategy of {co}
E the data breach at {co} | data was stolen from {co} | no data was stolen from {co}
E the raid on the offices of {co} | the offices of {co} were searched | the offices of {co} were not searched
# mergers and takeovers
V {co} | buy {co2} | bought {co2}
P {co2} was bought by {co}
P {co} acquired {co2}
P {co2} was taken over by {co}
N {co2} was not bought by {co}
N there was no purchase of {co2} by {co}
O {co} walked away from a purchase of {co2}
V the regulator in {country} | approve the merger of {co} and {co2} | approved the merger of {co} and {co2}
P the merger of {co} and {co2} was cleared by the regulator in {country}
P {country} gave its blessing to the merger of {co} and {co2}
N the merger of {co} and {co2} was not cleared by the regulator in {country}
O the regulator in {country} blocked the merger of {co} and {co2}
O the merger of {co} and {co2} was prohibited in {country}
V {co} | sell its stake in {co3} | sold its stake in {co3}
P the stake of {co} in {co3} was sold
P {co} got rid of its stake in {co3}
N the stake of {co} in {co3} was not sold
O {co} held on to its stake in {co3}
V the board of {co} | recommend the offer | recommended the offer
P the offer was recommended by the board of {co}
P the board of {co} told shareholders to take the offer
N the offer was not recommended by the board of {co}
O the board of {co} rejected the offer
O the board of {co} turned the offer down
F
P talks between {co} and {co2} are continuing
P {co} and {co2} are still negotiating
N talks between {co} and {co2} are not continuing
O talks between {co} and {co2} have been broken off
O {co} and {co2} have stopped negotiating
V {co} | file for bankruptcy | filed for bankruptcy
P {co} sought protection from its creditors
P a bankruptcy petition was filed by {co}
N no bankruptcy petition was filed by {co}
V {co} | go public in {city} | went public in {city} | gone public in {city}
P {co} listed its shares in {city}
P shares in {co} began trading in {city}
N {co} did not list its shares in {city}
O {co} called off its listing in {city}
K money money | {co} paid {money} for {co2} // {co2} was sold to {co} for {money} // the price that {co} paid for {co2} was {money}
K pct percent | {co} holds {pct} of {co2} // {pct} of {co2} is owned by {co} // the stake of {co} in {co2} is {pct}
K co3 actor | the highest bid for the port of {city} came from {co3} // {co3} made the highest bid for the port of {city} // nobody bid more for the port of {city} than {co3}
K month date | the merger of {co} and {co2} will be completed in {month} // {co} and {co2} will complete their merger in {month} // {month} is when the merger of {co} and {co2} takes effect
C offices | were closed | after the takeover of {co} | regional
C bids | were received | for {co} | foreign
C staff | were kept on | after the sale of {co} | engineers
G the directors of {co} | backed the merger | did not back the merger
G the assets of {co} | were sold | were not sold
T the sale of {co} to foreign investors
T the takeover offer for {co}
W the takeover of {co} | {co} was taken over | {co} was not taken over
W the secret meeting between {co} and {co2} | {co} and {co2} met in secret | {co} and {co2} did not meet in secret
# economy
V* the central bank of {country} | raise interest rates | raised interest rates
P interest rates in {country} were raised
P borrowing in {country} became more expensive after a rise in interest rates
N interest rates in {country} were not raised
O the central bank of {country} cut interest rates
O interest rates in {country} were lowered
F* #gdp
P the economy of {country} grew
P there was economic growth in {country}
P output in {country} increased
N the economy of {country} did not grow
N there was no economic growth in {country}
O the economy of {country} shrank
O output in {country} contracted
F*
P inflation in {country} slowed
P prices in {country} rose less quickly
N inflation in {country} did not slow
O inflation in {country} picked up
O prices in {country} rose faster
F*
P unemployment in {country} fell
P the jobless rate in {country} went down
P fewer people in {country} were out of work
N unemployment in {country} did not fall
O unemployment in {country} rose
O the jobless rate in {country} went up
V {country} | devalue its currency | devalued its currency
P the currency of {country} was devalued
N the currency of {country} was not devalued
O {country} held the rate of its currency
V* the finance minister of {country} | present a balanced budget | presented a balanced budget
P the budget of {country} was balanced
P there was no deficit in the budget of {country}
N the budget of {country} was not balanced
O there was a deficit in the budget of {country}
V {country} | abolish its wealth tax | abolished its wealth tax
P the wealth tax in {country} was abolished
P {country} scrapped its wealth tax
N the wealth tax in {country} was not abolished
O {country} kept its wealth tax
V {country} | cut fuel subsidies | cut fuel subsidies
P fuel subsidies in {country} were cut
P {country} spent less on fuel subsidies
N fuel subsidies in {country} were not cut
O {country} increased fuel subsidies
K pct percent | inflation in {country} was {pct} in {month} // prices in {country} rose by {pct} in {month} // {country} had an inflation rate of {pct} in {month}
K pct percent | the jobless rate in {country} stood at {pct} // {pct} of the workforce in {country} was out of work // unemployment in {country} was {pct}
K money money | {country} borrowed {money} in {month} // in {month} the borrowing of {country} came to {money} // {money} was borrowed by {country} in {month}
K year date | {country} last had a surplus in {year} // the last surplus in {country} was in {year} // it was in {year} that {country} last had a surplus
C jobs | were created | in {country} | part-time
C firms | were declared insolvent | in {country} | builders
C economists | were surveyed | in {city} | academics
G the banks in {country} | passed the stress test | failed the stress test
G the regions of {country} | saw growth | saw no growth
T the budget of {country}
T the cut in pensions in {country}
E the run on the banks in {country} | savers in {country} rushed to withdraw money | savers in {country} did not rush to withdraw money
# strikes and labour
V {union} in {city} | accept the pay offer | accepted the pay offer
P the pay offer was accepted by {union} in {city}
P {union} in {city} said yes to the pay offer
N the pay offer was not accepted by {union} in {city}
O {union} in {city} rejected the pay offer
O the pay offer was turned down by {union} in {city}
V* {union} in {city} | go on strike | went on strike | gone on strike
P members of {union} in {city} stopped work
P there was a strike by {union} in {city}
N there was no strike by {union} in {city}
O members of {union} in {city} worked as normal
V {union} in {city} | call off the walkout | called off the walkout
P the walkout was called off by {union} in {city}
P {union} in {city} cancelled the walkout
N the walkout was not called off by {union} in {city}
O {union} in {city} went ahead with the walkout
V {union} in {city} | leave the talks | left the talks
P {union} in {city} walked out of the talks
N {union} in {city} did not walk out of the talks
O {union} in {city} stayed at the negotiating table
V {co} | dismiss the strikers in {city} | dismissed the strikers in {city}
P the strikers in {city} were dismissed by {co}
P {co} fired the strikers in {city}
N the strikers in {city} were not dismissed by {co}
O {co} took the strikers in {city} back
V {co} | raise wages in {city} | raised wages in {city}
P wages at {co} in {city} went up
N wages at {co} in {city} did not go up
O {co} cut wages in {city}
F
P the factory of {co} in {city} was safe to work in
P inspectors found the {co} factory in {city} safe
N the factory of {co} in {city} was not safe to work in
O inspectors found the {co} factory in {city} dangerous
K pct percent | {union} in {city} is asking for a rise of {pct} // the demand of {union} in {city} is a rise of {pct} // a pay increase of {pct} is what {union} in {city} wants
K day date | the strike by {union} in {city} starts on {day} // {union} in {city} will stop work on {day} // {union} in {city} has called its strike for {day}
K money money | the strike cost {co} {money} // {co} lost {money} because of the strike // losses at {co} from the strike came to {money}
C workers | were laid off | at {co} in {city} | apprentices
C workers | were injured | in the accident at {co} in {city} | contractors
C trains | were cancelled | because of the strike in {city} | night services
C members | were consulted | by {union} in {city} | retired
G the members of {union} in {city} | voted for a strike | did not vote for a strike
G the drivers in {city} | came to work | did not come to work
T the pay deal for {union}
T the new shift system at {co}
E the strike at {co} | workers at {co} went on strike | workers at {co} did not go on strike
E the lockout at {co} | {co} locked its workers out | {co} did not lock its workers out
# energy
S source: a gas pipeline; a wind farm; a nuclear reactor; a coal mine; a solar park; a hydroelectric dam; a refinery
V {country} | stop gas deliveries to {country2} | stopped gas deliveries to {country2}
P gas deliveries to {country2} were stopped by {country}
P {country} cut {country2} off from its gas
N gas deliveries to {country2} were not stopped by {country}
O {country} kept gas flowing to {country2}
V {co} | build {source} near {city} | built {source} near {city}
P {source} was built near {city} by {co}
N {source} was not built near {city}
O {co} gave up on building {source} near {city}
V* the operator | shut down the reactor at {city} | shut down the reactor at {city}
P the reactor at {city} was shut down
P the reactor at {city} was taken off the grid
N the reactor at {city} was not shut down
O the reactor at {city} kept running
O the reactor at {city} stayed on the grid
F
P radiation leaked from the plant at {city}
P there was a radiation leak at the plant at {city}
N no radiation leaked from the plant at {city}
N there was no radiation leak at the plant at {city}
F
P power was restored in {city}
P {city} has electricity again
N power was not restored in {city}
O {city} is still without electricity
O the lights in {city} are still out
V {country} | extend the life of its coal plants | extended the life of its coal plants
P the life of coal plants in {country} was extended
N the life of coal plants in {country} was not extended
O {country} brought forward the closure of its coal plants
F*
P the oil price fell
P oil became cheaper
P oil lost value on world markets
N the oil price did not fall
O the oil price rose
O oil became more expensive
K source object | {co} has bought {source} in {country} // the object that {co} bought in {country} is {source} // {co} is the new owner of {source} in {country}
K pct percent | wind supplies {pct} of the electricity of {country} // {pct} of electricity in {country} comes from wind // the share of wind in the electricity of {country} is {pct}
K money money | the plant near {city} will cost {money} // {money} is the cost of the plant near {city} // building the plant near {city} costs {money}
K fyear date | the last reactor in {country} will close in {fyear} // {country} will shut its last reactor in {fyear} // the year in which {country} shuts its last reactor is {fyear}
C households | were without power | in {city} | rural
C turbines | were stopped | at the wind farm near {city} | damaged
C miners | were trapped | in the mine near {city} | foremen
C barrels | were spilled | from the pipeline near {city} | heavy oil
G the reactors in {country} | were checked | were not checked
G the homes in {city} | have power | have no power
T the pipeline between {country} and {country2}
T the wind farm off {city}
A the explosion at the refinery in {city} | a blast shook the refinery in {city} | no blast shook the refinery in {city}
E the power cut in {city} | the power in {city} failed | the power in {city} did not fail
# health studies
S drug: the new malaria vaccine; a common painkiller; the heart drug; a herbal tea; the asthma spray; the sleeping pill; vitamin D; a blood test
S illness: heart disease; diabetes; stroke; dementia; asthma; depression; kidney failure; migraine
F #works
P {drug} lowers the risk of {illness}
P the risk of {illness} falls with {drug}
P people who use {drug} are less likely to get {illness}
N {drug} does not lower the risk of {illness}
N the risk of {illness} does not fall with {drug}
O {drug} raises the risk of {illness}
O people who use {drug} are more likely to get {illness}
F
P {drug} is safe for children
P children can safely be given {drug}
N {drug} is not safe for children
N children cannot safely be given {drug}
O {drug} is dangerous for children
V the regulator in {country} | approve {drug} | approved {drug}
P {drug} was approved in {country}
P {drug} won approval from the regulator in {country}
N {drug} was not approved in {country}
O the regulator in {country} rejected {drug}
O {drug} was refused approval in {country}
V+ researchers in {city} | stop the trial of {drug} | stopped the trial of {drug}
P the trial of {drug} in {city} was stopped
P the trial of {drug} in {city} was broken off
N the trial of {drug} in {city} was not stopped
O the trial of {drug} in {city} goes on
O researchers in {city} continued the trial of {drug}
V {co} | publish the data on {drug} | published the data on {drug}
P the data on {drug} were published by {co}
P {co} made the data on {drug} public
N the data on {drug} were not published
O {co} kept the data on {drug} secret
F*
P hospitals in {city} had free beds
P there were free beds in the hospitals of {city}
N hospitals in {city} had no free beds
O every hospital bed in {city} was taken
O hospitals in {city} were full
F
P the outbreak in {city} is under control
P the outbreak in {city} has been contained
N the outbreak in {city} is not under control
O the outbreak in {city} is spreading
K pct percent | {drug} cut the risk of {illness} by {pct} // the risk of {illness} was {pct} lower with {drug} // in the study, {drug} brought {pct} fewer cases of {illness}
K illness object | {drug} was tested against {illness} // the trial looked at {drug} as a remedy for {illness} // researchers tried {drug} on people with {illness}
K city place | the first case of the virus was found in {city} // the virus was first detected in {city} // {city} had the first case of the virus
K year date | {country} introduced free vaccination in {year} // free vaccination in {country} began in {year} // since {year}, vaccination in {country} has been free
C patients | were infected | at the hospital in {city} | newborns
C volunteers | were given the drug | in the trial in {city} | women
C people | were vaccinated | in {city} | pensioners
C patients | were discharged | from the hospital in {city} | diabetics
G the patients in the trial in {city} | got better | did not get better
G the nurses in {city} | were vaccinated | were not vaccinated
T the ban on smoking in {country}
T the plan to merge the hospitals in {city}
E the outbreak in {city} | there was an outbreak in {city} | there was no outbreak in {city}
E the mix-up at the hospital in {city} | samples were mixed up at the hospital in {city} | no samples were mixed up at the hospital in {city}
# sport
V* {club} | beat {club2} | beat {club2} | beaten {club2}
P {club2} lost to {club}
P {club} won against {club2}
P there was a win for {club} over {club2}
N {club2} did not lose to {club}
N {club} did not win against {club2}
O {club} lost to {club2}
O {club2} beat {club}
V {club} | sign {person} | signed {person}
P {person} was signed by {club}
P {person} joined {club}
N {person} did not join {club}
O {person} turned down a contract with {club}
V {club} | dismiss its coach | dismissed its coach
P the coach of {club} was dismissed
P the coach of {club} lost the job
N the coach of {club} was not dismissed
O {club} kept its coach
O the coach of {club} stays in charge
V {person} | play in the cup final | played in the cup final
P {person} took part in the cup final
P {person} was on the field in the cup final
N {person} took no part in the cup final
O {person} missed the cup final
O {person} sat out the cup final
F
P {person} failed a drug test
P a drug test on {person} was positive
N {person} did not fail a drug test
O every drug test on {person} was negative
O {person} passed every drug test
F
P {club} was promoted
P {club} went up a division
N {club} was not promoted
O {club} was relegated
O {club} went down a division
V {person} | retire from tennis | retired from tennis
P {person} ended a career in tennis
P {person} gave up tennis
N {person} did not give up tennis
O {person} carried on playing tennis
F
P {city} will host the games
P the games will be held in {city}
P the games go to {city}
N {city} will not host the games
N the games will not be held in {city}
O {city} withdrew from hosting the games
K score score | {club} won {score} against {club2} // the match between {club} and {club2} ended {score} // {score} was the final score when {club} played {club2}
K person actor | the winning goal for {club} was scored by {person} // {person} scored the winning goal for {club} // {club} owed its win to a goal by {person}
K person actor | {person} won the marathon in {city} // the winner of the marathon in {city} is {person} // first place in the {city} marathon went to {person}
K money money | {club} paid {money} for {person} // {person} cost {club} {money} // the transfer of {person} to {club} was worth {money}
K day date | {club} meets {club2} on {day} // the match between {club} and {club2} is on {day} // {club} plays {club2} on {day}
C fans | were arrested | at the match in {city} | teenagers
C medals | were won | by {country} at the games in {city} | gold
C players | were injured | at {club} this season | goalkeepers
C tickets | were sold | for the final in {city} | standing places
G the players of {club} | signed the letter | did not sign the letter
G the tickets for the final in {city} | were sold | were not sold
T the new stadium in {city}
T the video referee in {country}
E the fight at the match in {city} | fans fought at the match in {city} | no fans fought at the match in {city}
"""
