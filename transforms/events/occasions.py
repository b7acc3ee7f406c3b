"""Nouns of happenings that no frame of the lexicon knows.

A frame says of what type a happening is; these have none in PLOVER and no kind of their own: of an
occasion, an ordeal, a rescue one can only say that there was one.
"""

from transforms.events.words import words

# Told of wherever they stand, also beside an event of PLOVER's types.
OCCASIONS = words("""
    accession altercation apprehension autopsy birthday blitz bloodbath brawl breach break-in breakdown
    bust cancellation carnage catastrophe checkup christening cleanup clearance comeback commemoration
    commotion competition confrontation coronation cover-up coverup crackdown cruise debacle debut
    defection derby devaluation dispersal dissolution downing duel eclipse ejection exit exodus
    expedition expulsion farewell fiasco finale fundraiser gunbattle gunshot handover hearing
    hit-and-run holdup honeymoon hunt implosion incident infighting intrusion investiture jailbreak jump
    kickoff lockdown lockout malfunction manhunt marathon meltdown mishap mutiny nosedive outburst
    payoff pilgrimage plot postponement prank procession purge pursuit rampage reception recount
    rehabilitation reprisal rescue reshuffle reunification reunion revolution ricochet rollout rupture
    sabotage scuffle sentencing shakeup shot showdown sighting split stoppage sweep swim swoop take-off
    tour transplant turnaround upheaval vandalism vetting warfare
""")
# Told of where the sentence tells of nothing typed: "the delay annoyed passengers", but not "troops were sent
# after the delay".
OCCASIONS_ALONE = words("""
    abandonment achievement act addiction adoption agreement airlift anniversary announcement appearance
    argument arson ascent assignment attempt audition award backlash bailout bankruptcy banquet bid
    blunder boom breakthrough breakup briefing broadcast brush buildup burnout campaign cancer census
    ceremony challenge change chaos clampdown commissioning completion compromise concession conference
    confusion conspiracy contest contract controversy convention conversion coup crisis crossing cyclone
    deadlock deal debate default defeat delay delivery demolition demotion departure descent detonation
    detour development dinner disagreement disappearance discharge disease disintegration dispatch
    disqualification dive diversion dividend downfall downgrade downpour downtime downturn drama drive
    effort emergency emission encore encounter epidemic episode evaluation event exam examination
    excavation exchange exclusion execution exhibition expansion experiment exploit explosion exposure
    extension extinction failure fall famine fault feast feat festival feud feuding fever filing filming
    fine flare-up flight float flop flotation forfeit freeze fumble funeral gaffe gain gala gathering
    giveaway glitch goal graduation groundbreaking hack handshake harassment harvest heatwave hiccup
    hike hoax illness impact increase induction infringement injection injury innovation insolvency
    inspection installation interruption intervention interview introduction involvement irregularity
    killing kiss landslide lapse launch leave lecture liquidation listing loss lunch makeover malaria
    maneuver manoeuvre massacre merger migration milestone miscarriage misconduct misfire mission
    misstep mistake mix-up move negligence nomination occasion offence offense offering onslaught opener
    operation ordeal outcry outing overdose overhaul overtime pact pageant parade pass patrol
    performance placement play pneumonia poisoning pollution pregnancy premiere presentation probe
    procedure production prohibition promotion proposal protection pullout punishment purchase
    quarantine quest raid rally ransom re-election rebound rebuke recall recess recession reconciliation
    reconstruction record recovery recruitment redevelopment reduction reelection reentry reform refund
    registration rehearsal reinstatement relapse relegation relief relocation remake remand remarriage
    removal renewal renovation reopening reorganization repair replay reprimand rescheduling restoration
    resumption retreat retrieval revelation reversal review revival revolt ride robbery romance round
    rout row rush sabbatical sacrifice salute screening seizure selection sell-off selloff separation
    session setback settlement shake-up shipment shock shooting shortage slide slip slowdown smash
    snowfall snowstorm snub spacewalk spat spike spill spin-off spree squabble standoff startup stay
    stint storm streak strike struggle stumble stunt submission success suit surge surgery surprise
    surrender surveillance survey suspension swap swearing-in swimming switch takedown takeoff takeover
    talk taunt test testing theft threat tip tirade toss trade trafficking transaction transformation
    transition transmission transport treatment tremor tribute trick trip trouble turbulence turmoil
    tussle unification unrest unveiling update uprising uproar upset vacation vaccination verification
    victory violation violence visit volley voyage walk wave wedding withdrawal workout workshop wound
    wrangle write-down writedown
""")
