"""The words of the Aberllyn plan. make_docx.py writes them as Word and as Markdown.

Aberllyn is not a real place, and nobody in this plan is a real person: owners are posts and
organisations. Each theme is (title, introduction, table, measures); a table has a shape:

  actions          one row an action
  response         a row for a recommendation, then a merged row with its response
  actions_merged   as actions, where an empty owner is a cell merged with the one above
  lettered         one row whose middle cell holds a list with letters, an item each
"""

TITLE = "Aberllyn anti-racism action plan"
SUBTITLE = "Aberllyn County Borough Council and its partners"

INTRODUCTION = [
    "Aberllyn County Borough Council adopted this plan on 27 November 2025. It answers the "
    "recommendations of the Aberllyn Race Equality Panel, which heard from residents, pupils, "
    "patients and staff over the year before, and it sets out what the council, Vale and Coast "
    "Police, Aberllyn University Health Board, schools and community groups will do.",
    "Most people in Aberllyn are served well. The Panel found that people from ethnic minorities, "
    "and Black, Bangladeshi and Gypsy, Roma and Traveller residents above all, too often are not. "
    "This plan is judged by whether those differences shrink, not by how many meetings are held.",
    "Mae’r cynllun hwn ar gael yn Gymraeg. This plan is available in Welsh.",
]

ACTION = ["Ref", "Action", "Owner", "By when"]
PARTNER_ACTION = ["Ref", "Action", "Owner", "Partners", "By when"]
RECOMMENDATION = ["Ref", "Recommendation", "Lead officer", "Timescale"]
LETTERED = ["Ref", "Recommendations", "Officer lead"]

# In a cell: a plain string is a paragraph, "* " begins a bullet and "[words](address)" is a link.
THEMES = [
    {
        "title": "Leadership and accountability",
        "shape": "actions",
        "columns": ACTION,
        "rows": [
            (["Appoint a member of the corporate management team as race equality champion, with time "
              "set aside for the work and a page on the council’s website that says what they have done."],
             ["Chief Executive"], "Complete"),
            (["Publish a progress report on this plan, in Welsh and English, and take it to the "
              "Communities Scrutiny Committee and the Aberllyn Race Equality Panel."],
             ["Head of Policy and Performance"], "June 26 and quarterly thereafter"),
            (["Carry out an equality impact assessment before every decision that goes to Cabinet, and "
              "publish it with the papers. Each one will say:",
              "* which groups were asked, and how many people answered",
              "* what was changed as a result",
              "* when the effect will be looked at again"],
             ["Monitoring Officer", "Head of Policy and Performance"], "By end of March 2026"),
            (["Set a budget for this plan and show, theme by theme, what has been spent from it."],
             ["Chief Finance Officer"], "Q4 2025/26"),
            (["Agree with partners one way of recording ethnicity, built on the groups of the 2021 "
              "Census, so that figures from different services can be set side by side."],
             ["Head of Policy and Performance", "Vale and Coast Police", "Aberllyn University Health Board"],
             "Within 6 months of adoption"),
            (["Ask every supplier with a contract of more than £100,000 to say how it prevents racial "
              "discrimination at work, and check a sample of the answers."],
             [], "January 2026 then rolling"),
        ],
        "measures": [],
    },
    {
        "title": "A workforce that reflects Aberllyn",
        "shape": "response",
        "columns": RECOMMENDATION,
        "rows": [
            ("Find out where applicants from ethnic minorities are lost between applying and starting work, "
             "and change what loses them.",
             ["Head of Human Resources"], "Q2 2026/27",
             {"response": "Recommendation accepted.",
              "progress": [
                  "Applications for 2024/25 have been counted stage by stage. People from ethnic minorities "
                  "were 9% of those who applied, 6% of those interviewed and 4% of those appointed. Only 2 of "
                  "the people appointed to senior grades were from an ethnic minority.",
                  "The method and the figures are in [Recruitment at Aberllyn, stage by "
                  "stage](https://www.aberllyn.example/recruitment-stage-by-stage)."],
              "commitments": [
                  "Publish the figures for every stage of recruitment once a year, with a sentence on what they mean.",
                  "Remove names, addresses and places of education from applications until after shortlisting."]}),
            ("Publish the ethnicity pay gap each year, beside the gender pay gap.",
             ["Head of Human Resources", "Chief Finance Officer"], "Every October",
             {"response": "Recommendation accepted.",
              "progress": [
                  "The gap was worked out for the first time in 2025. One member of staff in six has not yet "
                  "said what their ethnicity is, so the figure is shown with that gap beside it."],
              "commitments": [
                  "Report the median gap for each broad ethnic group with 20 people or more, and say how many "
                  "staff have not said."]}),
            ("Sign the Fair Work in Aberllyn charter.",
             ["Head of Human Resources"], "Complete",
             {"response": "Recommendation accepted and completed.",
              "progress": [
                  "The council signed the charter on 3 November 2025. To be accepted it had to show that it:",
                  "* pays at least the real Living Wage",
                  "* guarantees an interview to applicants who meet the essential criteria of a post",
                  "* trains everybody who sits on a recruitment panel"],
              "commitments": ["Check each year that the council still meets the charter, and publish the result."]}),
            ("Give staff from ethnic minorities in middle grades a mentor and a sponsor, and protect the time for it.",
             ["Learning and Development Manager", "Chair of the Ethnic Minority Staff Network"],
             "Spring 2026-ongoing",
             {"response": "Recommendation accepted in part.",
              "progress": [
                  "Mentoring is accepted. Sponsorship by senior managers will be tried in two directorates "
                  "before it is offered to all."],
              "commitments": [
                  "Run a first year of mentoring for 20 members of staff.",
                  "Report to the staff network on who applied for promotion and what came of it."]}),
        ],
        "measures": [
            "Percentage of applicants, interviewees and appointees who are from an ethnic minority",
            "Number of staff from ethnic minorities at senior grades",
            "Median ethnicity pay gap",
            "Percentage of staff who have said what their ethnicity is",
        ],
    },
    {
        "title": "Schools and young people",
        "shape": "response",
        "columns": RECOMMENDATION,
        "rows": [
            ("Have every school record racist incidents in the same way and tell the council each term, "
             "including when there were none.",
             ["Head of School Improvement"], "Autumn term 2026",
             {"response": "Recommendation accepted.",
              "progress": [
                  "A common form has been tried in four primary schools and two secondary schools. Pupils told "
                  "us that what happened next mattered more to them than the form, so it now asks what support "
                  "was offered to the child who was harmed, and to their family."],
              "commitments": [
                  "Give every school the form, guidance and half a day of training.",
                  "Publish totals for the county borough each year, with small numbers hidden."]}),
            ("Make anti-racist teaching part of the induction of every teacher, teaching assistant and governor.",
             ["Head of School Improvement", "Aberllyn Schools Forum"], "September 2026 to July 2027",
             {"response": "Recommendation accepted.",
              "progress": [
                  "Materials have been written with teachers, pupils and Coleg Aberllyn. See [Teaching "
                  "Aberllyn’s whole history](https://www.aberllyn.example/teaching-whole-history)."],
              "commitments": ["Train the staff and governors of 12 schools in the first year and of all 31 by the third."]}),
            ("Review exclusions, part-time timetables and managed moves by ethnic group, together with the "
             "families concerned.",
             ["Head of Inclusion and Attendance"], "30 November 2026",
             {"response": "Recommendation accepted.",
              "progress": [
                  "Gypsy, Roma and Traveller pupils and pupils of mixed White and Black Caribbean heritage were "
                  "excluded more often than others in each of the last three years."],
              "commitments": [
                  "Put the findings and a costed proposal before the Aberllyn Schools Forum."]}),
        ],
        "measures": [
            "Percentage of schools that returned a figure, nil included, each term",
            "Rate of fixed-term exclusions by ethnic group, for each 1,000 pupils",
            "Number of schools whose staff and governors have been trained",
        ],
    },
    {
        "title": "Policing, hate crime and justice",
        "introduction": [
            "Commitments in this theme are draft and will be agreed by the Community Safety Partnership "
            "Board on 11 February 2026."],
        "shape": "response",
        "columns": RECOMMENDATION,
        "rows": [
            ("Open stop and search, and the use of force, to an independent community panel that sees the "
             "records and the video.",
             ["Local Policing Area Commander, Vale and Coast Police"], "December 2026 and June 2027",
             {"response": "Recommendation accepted.",
              "approval": "Commitments are draft and will be agreed by the Community Safety Partnership Board "
                          "on 11 February 2026.",
              "progress": [
                  "A panel of residents has been recruited and trained. In the first batch that it read, it "
                  "asked for a fuller explanation in 3 cases."],
              "commitments": [
                  "Publish what the panel asked and what the force answered, twice a year.",
                  "Include the experience of young Black men, who are stopped most often, in the panel’s training."]}),
            ("Let people report hate crime somewhere other than a police station, and tell them what was done.",
             ["Community Safety Manager", "Vale and Coast Police"], "6 months to 1 year",
             {"response": "Recommendation accepted.",
              "approval": "Commitments are draft and will be agreed by the Community Safety Partnership Board "
                          "on 11 February 2026.",
              "progress": [
                  "Five libraries and two mosques have offered to be reporting centres."],
              "commitments": [
                  "Train the staff and volunteers of seven reporting centres and keep in touch with each person "
                  "who reports until the case is closed."]}),
        ],
        "measures": [],
    },
    {
        "title": "Health and care",
        "shape": "actions_merged",
        "columns": PARTNER_ACTION,
        "rows": [
            (["Work with Black and Asian women to find out why they report worse experience of maternity care, "
              "and change care with them."],
             ["Director of Public Health"],
             ["Aberllyn University Health Board", "Aberllyn Voluntary Action"], "Spring 2027"),
            (["Make sure that nobody has to bring a relative to interpret for them at a surgery, a hospital or "
              "a meeting about care. People told the Panel that children had been taken out of lessons to "
              "interpret for a parent, that appointments had been cancelled when an interpreter did not come, "
              "and that letters came in a language that nobody in the house could read. The council and the "
              "Health Board will:",
              "* offer an interpreter at the time of booking, and record the answer",
              "* write in the language that a person has asked for, including British Sign Language by video",
              "* count the appointments that went ahead without an interpreter who had been asked for, and publish the count",
              "* pay interpreters for the whole of a cancelled appointment, so that they stay in the service",
              "* ask a group of people who use interpreters, among them Bengali, Arabic, Cantonese and Polish "
              "speakers, to judge the service each year",
              "More is in [Interpreting in Aberllyn: what people told "
              "us](https://www.aberllyn.example/interpreting-what-people-told-us)."],
             ["Head of Adult Services"], ["Aberllyn University Health Board"], "Ongoing until March 2027"),
            (["Offer talking therapies that fit people’s language, faith and family life, beginning with the "
              "Bangladeshi and Somali communities."],
             None, ["Aberllyn University Health Board", "Aberllyn Voluntary Action"], "TBC"),
            (["Protect care workers recruited from overseas from exploitation: visit each provider that holds a "
              "licence to sponsor staff, and offer every such worker independent advice."],
             ["Head of Commissioning"], [], "Early 2027"),
        ],
        "measures": [
            "Number of appointments that went ahead without an interpreter who had been asked for",
        ],
    },
    {
        "title": "Voice, culture and public space",
        "shape": "lettered",
        "columns": LETTERED,
        "rows": [
            ([("Pay residents from ethnic minorities for the time they give to advising the council, at one "
               "rate for everyone.", "Council"),
              ("Mark Black History Month, Gypsy, Roma and Traveller History Month and Eid with the people whose "
               "they are, in libraries and schools.", "Council/Schools"),
              ("Review the names and monuments in the county borough with residents and historians, and tell "
               "each one’s whole story.", "Council"),
              ("Hold open meetings between young people and neighbourhood police officers, on the young "
               "people’s terms.", "Police/Council")],
             ["Head of Culture and Libraries", "Community Engagement Manager"]),
        ],
        "measures": [],
    },
]

CLOSING = [
    ("How we will keep count",
     ["The Aberllyn Race Equality Panel will read each progress report before it is published and may say "
      "that it does not agree. Its words will be printed beside the council’s, unchanged.",
      "Figures about people are shown only where the group is large enough for nobody to be recognised. "
      "Where a number is hidden, the report says so and says why."]),
]
