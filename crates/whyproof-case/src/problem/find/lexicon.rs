//! The words by which the parts of a problem are found. Plain lists: what is missing in one is added there.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A set of words.
pub(super) type Words = LazyLock<FxHashSet<&'static str>>;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $text:literal) => {
        $(#[$doc])*
        pub(super) static $name: Words = LazyLock::new(|| $text.split_whitespace().collect());
    };
}

words! {
    /// Words that only join others.
    FUNCTION: "a an the this that these those and or but nor so yet if then than as of in on at to from by for with
    without within into onto over under after before during until till since about around between among through per
    via up down out off near against because while when whenever where who whose whom which what how why is are was
    were be been being am do does did has have had having can cannot can't could will would shall should may might
    must not no nor never i you he she it we they me him her us them my your his its our their there here more most
    less least very too also only just even still again each every any all both either neither such own same other
    another some few many much several don't doesn't didn't isn't aren't wasn't weren't won't haven't hasn't hadn't"
}

words! {
    /// Kinds of people, one of them; many is formed from one.
    PEOPLE: "accountant actor administrator admin adult agent amateur analyst applicant apprentice architect artist
    assistant attendee auditor author baker barber beekeeper beginner bookkeeper borrower breadwinner bricklayer
    builder butcher buyer candidate captain carer caregiver caretaker cashier citizen cleaner clerk climber clinician
    coach coder collector colleague commuter contributor cook coordinator counsellor courier cyclist daughter dealer
    dentist designer developer diabetic diner director dispatcher diver doctor donor driver electrician employee
    employer engineer examiner expat facilitator farmer father fisherman florist founder freelancer fundraiser gardener
    gp girl grandmother grandfather grandparent grocer grower guard guardian guest hairdresser handyman haulier hiker
    homeowner host hotelier immigrant inspector installer instructor interpreter inventor investigator janitor
    journalist judge keeper kid labourer landlord lawyer leader learner lecturer lender librarian lodger machinist
    maintainer maker manager manufacturer mayor mechanic member mentor merchant midwife migrant miner moderator mother
    musician neighbour neighbor newcomer novelist nurse nursery occupant officer operator optician organiser organizer
    orphan owner packer painter paramedic parent partner passenger patient payer pedestrian pensioner performer
    pharmacist photographer physician physiotherapist picker pilot planner player plumber podcaster policeman
    postman practitioner principal prisoner producer professor programmer promoter psychologist publisher pupil
    purchaser ranger reader receptionist recruit recruiter refugee registrar renter repairer reporter researcher
    resident responder retailer retiree reviewer rider roofer sailor salesperson scholar schoolchild scientist seller
    senior sewer shepherd shipper shopkeeper shopper singer sister skipper socialworker soldier solicitor son specialist
    sportsman steward storekeeper streamer student subcontractor subscriber superintendent supervisor supplier surgeon
    survivor tailor taxpayer teacher technician teenager tenant tester therapist toddler tourist trader trainee trainer
    translator traveller traveler treasurer tutor underwriter vendor vet veteran victim villager visitor voter waiter
    waitress walker welder wholesaler widow widower winemaker worker writer youngster boy brother warden sysadmin"
}

words! {
    /// Kinds of people of which the plural is not formed with *s*, or that are many by themselves.
    PLURAL_PEOPLE: "women men children staff crew police mothers-to-be salespeople fishermen policemen craftsmen
    midwives wives housewives schoolchildren townspeople salesmen couples freshmen grandchildren pensioners siblings
    adults minors seniors women's diabetics asthmatics twins newborns personnel"
}

words! {
    /// People of no kind: who they are must be said beside.
    GENERIC: "user users customer customers people person persons somebody someone consumer consumers client clients
    individuals folks humans public everyone everybody anyone anybody members member"
}

words! {
    /// What stands before people of no kind and says who they are.
    NARROWING: "rural urban older elderly old young younger new blind deaf disabled wheelchair drug business
    enterprise small returning homeless unemployed pregnant diabetic insured uninsured remote paying free trial sales
    sighted retired sick injured poor working local foreign bereaved married single divorced migrant corporate
    wholesale retail private industrial institutional commercial power admin android iphone ios mac windows linux
    autistic dyslexic employed self-employed hearing tall left-handed black asian indigenous trans queer gay
    premium prepaid postpaid overdrawn indebted hungry stranded adult desktop windows business-class cash"
}

words! {
    /// Groups of people that can have a problem.
    GROUPS: "bakery bakeries shop shops store stores school schools clinic clinics hospital hospitals company
    companies firm firms business businesses charity charities restaurant restaurants cafe café cafes cafés household
    households family families team teams department departments agency agencies library libraries farm farms
    warehouse warehouses practice practices council councils municipality municipalities startup startups choir
    choirs club clubs hotel hotels pharmacy pharmacies laboratory laboratories lab labs village villages orchestra
    orchestras dealership dealerships garage garages kitchen kitchens ward wards nurseries branch branches brewery breweries
    museum museums theatre theatres newsroom newsrooms carrier carriers couple sme smes start-ups"
}

words! {
    /// Words that end like kinds of people and are none, or are not whose problem it is.
    NOT_PEOPLE: "numbers letters orders papers others computers servers containers matters offers transfers folders
    printers scanners vouchers reminders stickers drawers trailers quarters headers factors sensors monitors tractors
    motors lists exists twists degrees fees coffees trees committees errors doors floors colors colours behaviors
    behaviours favors favors indicators barriers filters counters routers timers triggers layers clusters registers
    tickers powers towers flowers waters covers enters discovers suffers differs considers remembers delivers prefers
    answers wonders hours ours yours hers theirs years corridors elevators mirrors editors browsers parsers compilers
    linters parameters identifiers modifiers pointers wrappers helpers handlers buffers registers borders orders
    shoulders fingers dinners corners meters centers centres litres metres kilometres fires wires tires shares stores
    scores cares hires requires acquires desires figures measures features procedures pictures structures temperatures
    competitors experts stakeholders investors leaders players partners assists consists insists persists resists
    costs trains gains plans means loans pains remains brains chains stains sees agrees guarantees frees knees bees
    careers newsletters chapters posters banners trackers lockers scooters rollers freezers boilers heaters fillers
    numbers members' tiers papers offers dollars seminars calendars vendors ambassadors operators vectors tensors
    colors ancestors descriptors constructors iterators generators connectors actors specialists' manners layers
    encounters shelters winters summers tasters clippers propers transistors numbers favours vapours neighbours'
    diabetics flyers dockers buzzers alters hovers lowers loads answers transformers adapters drivers' registers
    voucher reminder register"
}

words! {
    /// What makes a kind of people before it a mere name: *customer support*, *patient safety*.
    HEADS: "experience experiences support service services journey journeys data satisfaction feedback interface
    interfaces need needs base safety account accounts story stories research interview interviews success engagement
    retention complaint complaints expectation expectations acquisition onboarding licence license shortage value
    insight insights flow flows number numbers id name names testing portal centre center relations problem problems
    meeting meetings record records file files app tool tools website time times fees fee turnover productivity
    relationship relationships loyalty behaviour behavior demand growth profile profiles list lists training"
}

words! {
    /// What anybody can be said to do at any moment, and what says nothing of a moment.
    VAGUE_MOMENT: "use uses using used user users customer customers people person it they them our the app
    application product platform site website system service software tool thing things something someone somebody
    needed necessary possible want wants wanting need needs needing required relevant appropriate comes trying try
    tries interacting engage engaging interact working dealing doing possible ready asked available compared long all
    now that feature"
}

words! {
    MONTHS: "january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec"
}

words! {
    WEEKDAYS: "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays"
}

words! {
    /// Parts of the day and of the year.
    SEASONS: "morning mornings afternoon afternoons evening evenings night nights midnight noon dawn dusk lunchtime
    winter winters summer summers spring autumn weekend weekends ramadan christmas harvest rush-hour midday bedtime
    weekday weekdays monsoon"
}

words! {
    /// Places and turns at which something happens to somebody.
    TURNS: "checkout till counter desk door doors gate gates border register bedside station stop pharmacy window
    terminal handover closing opening sign-up signup login registration enrolment arrival departure discharge admission
    intake reception entrance exit checkpoint appointment visit interview hearing delivery pickup kiosk
    birth breakfast lunch dinner doorstep crossing boarding check-in checkout renewal"
}

words! {
    /// Verbs of things that somebody does at a moment; endings are taken off before looking up.
    EVENTS: "arrive give renew order pay call phone book buy come go leave start finish send receive pick open close
    sign register enrol board land check return wake cross enter upgrade install change move walk drive ride fly apply
    submit ask answer bring carry collect deliver load unload pack ship fill print scan log click search type upload
    download file report treat prescribe take get put hand hold wait stand sit queue lock unlock cook eat drink sleep
    wash clean repair mend break fall meet visit travel run stop turn notice find discover see hear read write copy
    count measure test switch deploy merge push release commit reset lose miss forget drop throw hunt need begin
    learn graduate retire marry die bleed birth harvest plant milk feed slaughter bake shop sell trade hire fire quit"
}

words! {
    /// Verbs that tell of a state or a wish; with those of [`EVENTS`] they end the words for who has the problem.
    STATES: "want wish like love hate prefer expect deserve hope think know feel believe understand struggle suffer
    complain spend waste live stay keep work use make do be have rely depend try fail give hate worry care lack become
    remain seem appear look say tell speak help let allow happen mean cost own earn save borrow share mark brake
    abandon avoid skip hide ring guess enter fix choose decide cause lead increase become"
}

words! {
    /// Words for something that goes wrong.
    HURTS: "lose loses lost losing miss misses missed missing forget forgets forgot forgotten wait waits waited
    waiting abandon abandons abandoned fail fails failed failing failure failures break breaks broken error errors
    late delay delays delayed wrong wrongly stuck queue queues queuing pain painful hurt hurts frustrated frustrating
    frustrates frustration confused confusing confuses confusion difficult difficulty hard struggle struggles
    struggling suffer suffers slow slower poor bad worse worst problem problems trouble complain complains complained
    complaint complaints unhappy hate hates hated tired expensive die dies died infection injured unable unknowingly
    ignored unclear clunky outdated dated annoying annoyed tedious manual unreliable inaccurate inefficient
    incorrect useless unsafe danger dangerous risk afraid fear anxious worried hunt hunts hunting waste wastes wasted
    throw stranded cancelled canceled interrupted woken sick photocopy hungry cold crash crashes
    crashed lack lacks brake down dead stolen theft fraud unpaid debt short shortage denied refused rejected
    guess guesses too unaware drop low inconvenient overwhelmed overloaded repeat closed missed stress
    stressful quit"
}

words! {
    /// Consequences that need no number to be bad.
    CONSEQUENCES: "die dies died dead death deaths infection infections injured injury injuries hospital evicted
    eviction fined fines sacked fired bankrupt bankruptcy debt debts stolen hungry homeless amputated blind blindness
    relapse readmitted imprisoned deported expelled unconscious poisoned drowned burned refused"
}

words! {
    /// What can be counted as a case of the problem.
    CASES: "calls call returns orders order parcels parcel visits appointments tickets ticket complaints cases case
    incidents accidents errors requests claims deliveries bookings applications breakdowns reports report invoices
    letters emails messages reviews flights trips journeys births deaths mistakes failures outages pages alerts
    contracts payments transactions tests samples results products projects repositories builds sessions sign-ups
    trucks trucks vans cars buses trains ships houses flats homes beds rooms machines colonies cancellations searches
    downloads games refunds carts baskets prescriptions forms files questions listings crashes vehicles records
    tourists rides stops sites pumps lifts animals cows sheep hives"
}

words! {
    /// Verbs of finding out, as one who did it tells it.
    FOUND_OUT: "watched interviewed timed counted measured surveyed asked spoke talked visited phoned observed read
    looked sat stood shadowed logged recorded reviewed analysed analyzed checked tested followed went saw heard rang
    called tracked tried weighed sampled tallied photographed filmed noted wrote examined studied questioned polled
    listened met drove walked rode joined worked found compared ran collected pulled queried"
}

/// The value of a number in a word, in small letters.
pub(super) fn number_word(word: &str) -> Option<f64> {
    let (number, rest) = crate::form::cardinal(word)?;
    let is_word = rest.is_empty() && !word.contains(|c: char| c == ' ' || c.is_uppercase());
    is_word.then_some(number as f64)
}

/// Whether `word` is a form of a verb in `verbs`: *-s*, *-es*, *-ies*, *-ed*, *-ing* taken off.
pub(super) fn verb(verbs: &Words, word: &str) -> bool {
    let without = |ending: &str, instead: &str| {
        word.strip_suffix(ending).is_some_and(|stem| {
            verbs.contains(stem)
                || (!instead.is_empty() && verbs.contains(format!("{stem}{instead}").as_str()))
        })
    };
    verbs.contains(word)
        || without("s", "")
        || without("es", "")
        || without("ies", "y")
        || without("ed", "e")
        || without("d", "")
        || without("ing", "e")
}

/// Whether `word` is a kind of people, one or many.
pub(super) fn is_people(word: &str) -> bool {
    if NOT_PEOPLE.contains(word) {
        return false;
    }
    let one = word
        .strip_suffix("ies")
        .map(|stem| format!("{stem}y"))
        .filter(|one| PEOPLE.contains(one.as_str()));
    PEOPLE.contains(word)
        || PLURAL_PEOPLE.contains(word)
        || one.is_some()
        || word
            .strip_suffix('s')
            .is_some_and(|one| PEOPLE.contains(one))
}

/// Whether `word` ends as words for many people of a kind do: *welders*, *cellists*, *sommeliers*.
pub(super) fn may_be_people(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ers", "ors", "ists", "ians", "eers", "ees"];
    word.len() > 5
        && !NOT_PEOPLE.contains(word)
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
