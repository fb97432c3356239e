"""The word stock that generated cases are written from: plain English in eight trades."""

TRADES = [
    {
        "name": "clinic", "people": ["nurses", "patients", "clinic managers", "community health workers", "receptionists", "midwives"],
        "place": ["the district hospital", "a rural health post", "the outpatient ward", "a village clinic", "the maternity unit"],
        "thing": ["test result", "appointment card", "referral letter", "vaccine batch", "prescription", "patient record"],
        "verb": ["collect", "file", "renew", "check", "misplace", "request"], "acronym": ["HIV", "GP", "WHO", "EHR", "ANC"],
    },
    {
        "name": "shop", "people": ["shopkeepers", "cashiers", "regular customers", "stock clerks", "delivery drivers", "store managers"],
        "place": ["the corner shop", "a suburban branch", "the returns desk", "the warehouse in the valley", "the busiest till"],
        "thing": ["return label", "price tag", "supplier invoice", "loyalty card", "delivery slot", "order form"],
        "verb": ["return", "scan", "reorder", "price", "unpack", "refund"], "acronym": ["SKU", "POS", "VAT", "ERP", "RMA"],
    },
    {
        "name": "school", "people": ["teachers", "pupils", "parents", "head teachers", "school librarians", "substitute teachers"],
        "place": ["the village school", "a crowded classroom", "the staff room", "the after-school club", "the county office"],
        "thing": ["report card", "reading test", "timetable", "homework sheet", "permission slip", "lesson plan"],
        "verb": ["mark", "copy", "hand in", "read", "lose", "rewrite"], "acronym": ["PTA", "SEN", "LMS", "GCSE", "IEP"],
    },
    {
        "name": "bank", "people": ["tellers", "account holders", "small traders", "loan officers", "market vendors", "auditors"],
        "place": ["the high-street branch", "a village savings group", "the call centre", "the back office", "the night desk"],
        "thing": ["loan application", "savings book", "account statement", "transfer receipt", "identity check", "standing order"],
        "verb": ["approve", "sign", "reject", "reconcile", "trace", "delay"], "acronym": ["KYC", "AML", "ATM", "APR", "IBAN"],
    },
    {
        "name": "bus", "people": ["bus drivers", "commuters", "dispatchers", "ticket inspectors", "night-shift workers", "route planners"],
        "place": ["the central depot", "the last stop on line nine", "a shelter without a roof", "the control room", "the ring road"],
        "thing": ["monthly ticket", "timetable", "transfer", "route change", "delay notice", "duty roster"],
        "verb": ["miss", "announce", "reprint", "validate", "cancel", "reroute"], "acronym": ["GTFS", "AVL", "NFC", "GPS", "SLA"],
    },
    {
        "name": "farm", "people": ["smallholders", "field officers", "grain buyers", "seed dealers", "cooperative members", "truck drivers"],
        "place": ["the cooperative store", "a field two valleys away", "the weekly market", "the weighing station", "the cold room"],
        "thing": ["soil sample", "seed order", "weighing slip", "harvest forecast", "storage receipt", "price notice"],
        "verb": ["weigh", "dry", "store", "sell", "deliver", "grade"], "acronym": ["FAO", "NGO", "USSD", "SMS", "PPP"],
    },
    {
        "name": "software", "people": ["support engineers", "developers", "on-call operators", "release managers", "new contributors", "testers"],
        "place": ["the build farm", "the incident channel", "the staging cluster", "the issue tracker", "a customer's data centre"],
        "thing": ["bug report", "release note", "rollback", "access request", "alert", "migration script"],
        "verb": ["review", "merge", "revert", "deploy", "triage", "reproduce"], "acronym": ["API", "CI", "SSO", "RPC", "SLO"],
    },
    {
        "name": "library", "people": ["librarians", "readers", "volunteers", "archivists", "students", "branch heads"],
        "place": ["the reading room", "a mobile library", "the returns shelf", "the map archive", "the children's corner"],
        "thing": ["reservation", "catalogue card", "overdue notice", "loan record", "reading list", "shelf label"],
        "verb": ["shelve", "reserve", "renew", "catalogue", "borrow", "repair"], "acronym": ["ISBN", "OPAC", "ILL", "RFID", "MARC"],
    },
]

TIMES = ["on a weekday morning", "in the last week of the month", "during the rainy season", "after the evening shift",
         "before the quarterly audit", "on the first day of term", "when the office is closed", "between two shifts",
         "in the hour after lunch", "late on Friday"]
ADJECTIVES = ["long", "manual", "confusing", "late", "paper", "weekly", "shared", "local", "expensive", "missing", "slow", "repeated",
              "unsigned", "handwritten", "central", "simple", "temporary", "separate", "partial", "ordinary"]
WEASELS = ["very", "quite", "fairly", "largely", "arguably", "extremely", "relatively", "surprisingly", "clearly", "significantly"]
VAGUE = ["many", "most", "several", "some", "a lot of", "various", "a number of"]
CAUSES = ["the form asks for a stamp that nobody has", "the list is printed only once", "two systems keep different dates",
          "the person who knows is on another shift", "the fare costs more than a day's wage", "the queue has no numbers",
          "the message arrives after the deadline", "a copy has to be carried by hand", "the screen times out too early",
          "no one is told that anything changed", "the old contract forbids it", "the key is kept in another building"]
CHANGES = ["a text message on the evening before", "one form instead of three", "a voucher that covers the fare",
           "a second desk at peak hours", "a shared calendar", "a phone call within two days", "a printed number in the queue",
           "a single owner for the list", "a weekly review with names", "a template in the local language",
           "a deposit that comes back", "a reminder with the exact time"]
SOURCES = ["the time sheets of the team", "a week of observation", "twelve interviews", "the national survey", "the support log",
           "an audit of the paper files", "the annual report", "a published field trial", "the pilot in the spring", "exit interviews"]
NAMES = ["R. Okafor", "S. Banda", "P. Rao", "L. Moreau", "T. Nilsen", "A. Haddad", "K. Ito", "M. Novak", "J. Pereira", "D. Osei"]
SITES = ["https://example.org/report", "https://example.com/trial", "https://example.net/survey", "https://example.org/minutes"]
SLIPS = [("receive", "recieve"), ("separate", "seperate"), ("because", "becuase"), ("there", "their"), ("until", "untill"),
         ("a week", "an week"), ("the list", "the the list"), ("occurs", "occured")]

# Slots: {P} people, {p} other people, {L} place, {T} thing, {t} other thing, {V} verb, {A} adjective, {a} other adjective,
# {H} time, {C} cause, {X} change, {S} source, {N} name, {n} small number, {k} hundreds, {d} percentage, {m} minutes, {$} money,
# {W} weasel, {Q} vague quantity, {B} acronym, {U} link.
SENTENCES = [
    "In {L}, {P} wait {m} minutes to {V} a {T}.",
    "{Q} {P} told us that the {A} {T} is the worst part of the day.",
    "Last year {k} {P} had to {V} the same {T} twice, and {n} of them gave up.",
    "The {T} was rejected {H}, although every line had been filled in.",
    "We counted {k} cases {H}; {d} of them ended with a {A} {t}.",
    "It happens {H}, when {C}.",
    "{P} are asked to {V} a {T} by {p} who have never seen one.",
    "A {A} {T} costs {$} and {m} minutes, and the money comes out of the budget for {p}.",
    "What they do today is keep a {a} copy of the {T} in a drawer.",
    "According to {S}, {d} of {P} never come back.",
    "There is a {A} list of {P} in {L}, but it was last updated by somebody who has left.",
    "The {B} number is copied from the {T} to the {t} by hand.",
    "{N} watched {n} {P} in {L} and wrote down every step.",
    "Nobody in {L} can say how often {P} {V} a {T} without help.",
    "It is {W} hard to find a {A} {T} when {C}.",
    "The {p} in {L} call it the {A} problem, and they have a name for each {a} day.",
    "For {P} who live more than {n} kilometres away, the trip takes {m} minutes each way.",
    "One of the {P} said: \u201cI would rather {V} it myself than wait for another {T}.\u201d",
    "Of {k} {T}s that were opened {H}, {n} were closed by the person who had opened them.",
    "The report at [{U}]({U}) gives {d} for the same year, measured in another way.",
    "If {C}, the {T} goes back to {L} and the clock starts again.",
    "{P} and {p} use different words for a {T}, which leads to {A} mistakes.",
    "The average is {m} minutes, yet {d} of {P} wait more than twice as long.",
    "A {T} that arrives {H} is {W} likely to be lost.",
    "We tried to {V} a {T} ourselves in {L} and needed {n} attempts.",
    "The rule was written when {L} had {n} {P}; now it has {k}.",
    "In the pilot, {X} cut the wait from {m} minutes to {n}.",
    "Neither the {B} team nor the {p} has a budget line for a {a} {T}.",
    "{P} who {V} a {T} {H} pay {$} more than those who come earlier.",
    "The number fell by {d} in the month when {L} tried {X}.",
]
CLAIMS = [
    "{X} lets {P} {V} a {T} in one visit", "{P} come back when they get {X}", "The {A} {T} can be dropped without harm",
    "{L} can run {X} with the people it has", "Most of the delay comes from the {A} {T}", "{X} costs less than a second {T}",
    "{P} prefer {X} to the {a} {t}", "The change can be undone within {n} days", "{X} does not shift work to {p}",
]
REASONS = [
    "{C}", "{d} of {P} did so in the pilot", "it agrees with {S} in {L}", "{P} asked for it in {n} of {k} interviews",
    "the {T} is read only by {p}", "{X} takes {m} minutes to set up", "a {A} {T} costs {$} each time",
    "it worked in {L}, where {P} have the same {t}", "the {B} rule allows a {A} copy", "{P} already {V} the {t} on the same day",
    "the {T} was {W} simple to replace",
]
OBJECTIONS = [
    "{p} may not want to {V} another {T}", "the pilot ran only {H}", "{C}", "some {P} have no phone",
    "the {B} contract ends in {n} months", "{X} could be misused by a few {P}", "the figure comes from {S} alone",
    "{L} was chosen by the {p} themselves", "nobody has tried it {H}",
]
QUESTIONS = [
    "Why not {V} the {T} earlier", "Who pays when the {T} is lost", "What happens to {p} in {L}", "Why should {P} trust {X}",
    "Why not do nothing for another year", "How do we know that {P} did not come for another reason", "What would make us stop",
    "Why {L} and not another place", "Is {d} enough to be worth {$}",
]
