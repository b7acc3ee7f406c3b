"""Nouns of happenings that no frame of the lexicon knows.

A frame says of what type a happening is; these have none in PLOVER and no kind of their own: of an
occasion, an ordeal, a rescue one can only say that there was one.
"""

from transforms.events.words import words

# Told of wherever they stand, also beside an event of PLOVER's types.
OCCASIONS = words("""
    accession altercation apprehension autopsy birthday blitz bloodbath brawl breach break-in breakdown
    bust campaign cancellation carnage catastrophe checkup christening cleanup clearance comeback
    commemoration commotion competition confrontation confusion coronation cover-up coverup crackdown
    cruise debacle debut defection derby devaluation dispersal dissolution downing duel eclipse ejection
    exit exodus expedition expulsion fall farewell feud feuding fiasco finale fundraiser gunbattle
    gunshot handover harassment hearing hit-and-run holdup honeymoon hunt implosion incident infighting
    interview intrusion investiture jailbreak jump kickoff lockdown lockout malfunction manhunt marathon
    meltdown misconduct mishap mutiny nosedive operation outburst payoff pilgrimage placement plot
    postponement prank procession purge pursuit raid rampage reception recount rehabilitation reprisal
    rescue reshuffle reunification reunion revolution ricochet rollout rupture sabotage scuffle
    sentencing shakeup shipment shot showdown sighting split stoppage sweep swim swoop take-off tour
    transplant treatment turnaround upheaval vandalism vetting warfare
""")
# Told of where the sentence tells of nothing typed: "the delay annoyed passengers", but not "troops were sent
# after the delay".
OCCASIONS_ALONE = words("""
    abandonment achievement addiction adoption agreement airlift anniversary announcement appearance
    argument arson ascent assignment attempt audition award backlash bailout bankruptcy banquet bid
    blunder boom breakthrough breakup briefing broadcast buildup burnout cancer census ceremony
    challenge change chaos clampdown commissioning completion compromise concession conference
    conspiracy contest contract controversy convention conversion coup crisis crossing cyclone deadlock
    deal debate default defeat delay delivery demolition demotion departure descent detonation detour
    development dinner disagreement disappearance discharge disease disintegration dispatch
    disqualification dive diversion dividend downfall downgrade downpour downtime downturn drama effort
    emergency encore encounter epidemic episode evaluation event exam examination excavation exchange
    exclusion execution exhibition expansion experiment exploit explosion exposure extension extinction
    failure famine fault feast feat festival fever filing filming fine flare-up flight flop flotation
    forfeit freeze fumble funeral gaffe gain gala gathering giveaway glitch graduation groundbreaking
    hack handshake harvest heatwave hiccup hike hoax illness impact increase induction infringement
    injection injury innovation insolvency inspection installation interruption intervention
    introduction irregularity killing landslide lapse launch leave lecture liquidation listing loss
    lunch makeover malaria maneuver manoeuvre massacre merger migration milestone miscarriage misfire
    misstep mistake mix-up move negligence nomination occasion offence offense onslaught ordeal outcry
    outing overdose overhaul overtime pact pageant parade patrol performance pneumonia poisoning
    pollution pregnancy premiere presentation probe prohibition promotion proposal pullout punishment
    purchase quarantine quest rally ransom re-election rebound rebuke recall recess recession
    reconciliation reconstruction record recovery recruitment redevelopment reduction reelection reentry
    reform refund registration rehearsal reinstatement relapse relegation relief relocation remake
    remand remarriage removal renewal renovation reopening reorganization repair replay reprimand
    rescheduling restoration resumption retreat retrieval revelation reversal review revival revolt ride
    robbery romance rout row rush sabbatical sacrifice salute screening seizure selection sell-off
    selloff separation session setback settlement shake-up shock shooting shortage slide slowdown smash
    snowfall snowstorm snub spacewalk spat spin-off spree squabble standoff startup stay stint storm
    streak strike struggle stumble stunt submission success surge surgery surprise surrender
    surveillance survey suspension swap swearing-in swimming switch takedown takeoff takeover talk taunt
    test testing theft threat tip tirade toss trafficking transaction transformation transition
    transmission transport tremor tribute trip trouble turbulence turmoil tussle unification unrest
    unveiling update uprising uproar upset vacation vaccination verification victory violation violence
    visit volley voyage walk wedding withdrawal workout workshop wound wrangle write-down writedown
""")
