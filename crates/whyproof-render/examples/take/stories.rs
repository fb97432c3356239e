//! What the four composed stories say.

/// What a sheet says, in the order of a story's parts.
pub(crate) const HEADINGS: [&str; 7] = [
    "The hardest part",
    "What I did",
    "What I did not do",
    "Why it mattered",
    "What happened",
    "What I learned",
    "Why I am proud of it",
];

/// When, whose part, and the words under each heading: `/` begins a paragraph.
pub(crate) const TOLD: [(&str, &str, [&str; 7]); 4] = [
    (
        "Spring 2021 to March 2022",
        "Operations lead; four people, none reporting to me",
        [
            "Phoning eleven managers who had moved their shelves because I asked them to.",
            "I stood at the counter for four days and timed it: nineteen minutes a return, eleven of them waiting for a code. I wrote two pages, was told no twice, and got a pilot the third time./I called every manager; only four rang back, so I drove to the other seven.",
            "I never asked why people returned things. I did not set the number at which we would stop.",
            "Every return took a salesperson off the floor for a third of an hour.",
            "Nineteen minutes became seven, and returns went up by about a fifth, from memory. I closed it in March, with the numbers, in the room where I had said go.",
            "Measure one step before the one you can see. Decide when you will stop before you start.",
            "I said stop, with the numbers, in the room where I had said go.",
        ],
    ),
    (
        "Autumn 2022 to summer 2023",
        "Operations lead for sixteen shops; the count was mine, the shops were not",
        [
            "Sixteen people had counted stock the old way for years, and each had a reason for it.",
            "I phoned all sixteen and asked what they did on the day of the count, minute by minute. Three counted what the till said was missing, and nothing else./I asked nine of them to count a tenth of the shop every week, and to write down what they found before they looked at the screen. Seven would not.",
            "I did not make the seven. I should have asked them why a month earlier.",
            "We wrote off 2.3% of sales a year and could not say where it went.",
            "Shrinkage that we could not explain fell from 2.3% to 0.9% of sales in two quarters, in the nine shops that counted weekly; in the seven that did not it stayed where it was.",
            "People who may say no tell you more.",
            "Five of the seven rang me, and asked for the sheets.",
        ],
    ),
    (
        "Winter 2018",
        "Rota planner of a ward with 31 nurses",
        [
            "Giving away the one thing that I was there to do.",
            "I asked every nurse on the ward what they would change if it were theirs, and then I gave it to them: one sheet, four rules, and my telephone number.",
            "I did not ask the night manager first. He heard it from the wall.",
            "Swaps took up a morning of every week, and nobody trusted the list.",
            "Swaps through me went from about thirty a week to three. Nobody measured whether anybody slept better.",
            "Tell whoever will hear of it last, first.",
            "They still use it.",
        ],
    ),
    (
        "2020",
        "Goods in, for one warehouse; the suppliers reported to nobody here",
        [
            "None of the four suppliers reported to me; each had a window of its own, and a reason for it.",
            "I drew who waited for whom on one sheet, and hung it where the drivers have their coffee. They moved the lines themselves, in pencil, for two weeks./Then I wrote to the four dispatchers, with the drivers' sheet.",
            "I did not work out what it cost the suppliers.",
            "Lorries stood in the yard for two hours with the engine on.",
            "Two hours became twenty-five minutes, by the gate's own book.",
            "Ask those who wait. They know for whom.",
            "It was the drivers' plan, and it says so on the wall.",
        ],
    ),
];
