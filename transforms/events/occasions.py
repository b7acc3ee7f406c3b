"""Nouns of happenings that no frame of the lexicon knows.

A frame says of what type a happening is; these have none in PLOVER and no kind of their own: of an
occasion, an ordeal, a rescue one can only say that there was one. How a thing went or stands is none (a
success, a crisis), nor what is said or thought (an argument, a proposal).
"""

from transforms.events.words import words

# Told of wherever they stand, also beside an event of PLOVER's types.
OCCASIONS = words("""
    accession altercation apprehension autopsy birthday blitz bloodbath brawl breach break-in breakdown
    bust cancellation carnage catastrophe checkup christening cleanup clearance comeback commemoration
    commotion confrontation coronation cover-up coverup crackdown cruise debacle debut defection derby
    devaluation dispersal dissolution downing duel eclipse ejection exit exodus expedition expulsion
    fall farewell feud feuding fiasco finale fundraiser gunbattle gunshot handover harassment hearing
    hit-and-run holdup honeymoon hunt implosion incident infighting interview intrusion investiture
    jailbreak jump kickoff lockdown lockout malfunction manhunt marathon meltdown misconduct mishap
    mutiny nosedive operation outburst payoff pilgrimage placement plot postponement prank procession
    purge pursuit raid rampage reception recount rehabilitation reprisal rescue reshuffle reunification
    reunion revolution ricochet rollout rupture sabotage scuffle sentencing shakeup shipment shot
    showdown sighting split stoppage sweep swim swoop take-off tour transplant treatment turnaround
    upheaval vandalism vetting
""")
# Told of where the sentence tells of nothing typed: "the delay annoyed passengers", but not "troops were sent
# after the delay".
OCCASIONS_ALONE = words("""
    abandonment achievement addiction adoption agreement airlift anniversary announcement appearance
    arson ascent assignment attempt audition award backlash bailout bankruptcy banquet bid blunder boom
    breakthrough breakup briefing broadcast buildup burnout cancer census ceremony clampdown
    commissioning completion compromise concession conference confusion conspiracy contest contract
    convention conversion coup crossing cyclone deadlock deal debate default defeat delay delivery
    demolition demotion departure descent detonation detour dinner disappearance discharge disease
    disintegration dispatch disqualification dive diversion dividend downfall downgrade downpour
    downtime downturn drama emergency encore encounter epidemic episode evaluation event exam
    examination excavation exchange exclusion execution exhibition exploit explosion exposure extension
    extinction famine feast feat festival fever filing filming fine flare-up flight flop flotation
    forfeit freeze fumble funeral gaffe gain gala gathering giveaway glitch graduation groundbreaking
    hack handshake harvest heatwave hiccup hike hoax illness induction infringement injection injury
    innovation insolvency inspection installation interruption intervention introduction killing
    landslide lapse launch leave lecture liquidation listing loss lunch makeover malaria maneuver
    manoeuvre massacre merger migration milestone miscarriage misfire misstep mix-up move negligence
    nomination occasion onslaught ordeal outcry outing overdose overhaul overtime pact pageant parade
    patrol performance pneumonia poisoning pollution pregnancy premiere presentation probe prohibition
    promotion pullout punishment purchase quarantine quest rally ransom re-election rebound rebuke
    recall recess recession reconciliation reconstruction record recruitment redevelopment reduction
    reelection reentry refund registration rehearsal reinstatement relapse relegation relocation remake
    remand remarriage removal renewal renovation reopening reorganization repair replay reprimand
    rescheduling restoration resumption retreat retrieval revelation reversal review revival revolt ride
    robbery romance rout row rush sabbatical sacrifice salute screening seizure selection sell-off
    selloff separation session setback settlement shake-up shooting shortage slide slowdown smash
    snowfall snowstorm snub spacewalk spat spin-off spree squabble standoff startup stay stint storm
    streak strike stumble stunt submission surge surgery surrender survey suspension swap swearing-in
    swimming switch takedown takeoff takeover taunt test testing theft tip tirade toss trafficking
    transaction transmission transport tremor tribute trip turbulence tussle unification unrest
    unveiling update uprising uproar upset vacation vaccination verification victory violation violence
    visit volley voyage walk wedding withdrawal workout workshop wound wrangle write-down writedown
""")
# Undertakings that last, and names for whatever was done: told of only where a verb says that they came
# about.
OCCASIONS_CARRIED = words("""
    campaign change development increase recovery reform transformation transition
""")
