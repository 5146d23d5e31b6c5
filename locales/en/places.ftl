# Days, times and dates, as every page writes them.
day-mon = Monday
day-tue = Tuesday
day-wed = Wednesday
day-thu = Thursday
day-fri = Friday
day-sat = Saturday
day-sun = Sunday
# From one day to a later day of the week.
day-range = { $first } to { $last }
# Between days, services or languages in a list; with the space that follows.
list-separator = { ", " }
# $hour runs from 0 to 23, $hour12 from 1 to 12, $half is am or pm. Use what your language needs.
time-whole =
    { $hour ->
        [0] midnight
        [12] noon
       *[other] { $hour12 }{ $half }
    }
time-minutes =
    { $hour ->
        [12] 12:{ $minute }pm
       *[other] { $hour12 }:{ $minute }{ $half }
    }
date-full =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

# A card: one service, how to reach it and what is known about it.
# What nobody could confirm.
unknown = Not confirmed yet
# Opens the rest of a card.
card-more = Details
number-label = Number
hours-label = Open
hours-always = Day and night, every day
hours-span = { $days }, { $from } to { $to }
languages-spoken = Languages
sign-language = British Sign Language
sign-language-yes = Yes
# $how is the name of a service.
sign-language-by = Yes, through { $how }
cost-label = Cost
cost-free = Free
cost-free-text = Free to text
cost-normal = Costs like a normal UK call
cost-paid-text = Not free
calls-note = A call stays in your phone's call list. It may show on a bill.
stays-label = What stays
call-stays = This stays in your phone's call list.
text-stays = This stays in your phone's messages.
email-stays = This stays in your e-mail account.
web-stays = Another website. Its address stays in your history.
ask-elsewhere = A helpline can tell you how to reach this service.
checked-label = Checked
checked-published = Compared with published pages on { $date }.
checked-called = We called on { $date }.
source-label = Source:
source-undated = no date

# Where a text comes from, and whose it is.
page-checked = This page was last compared with its sources on { $date }.
translated-checked = A machine made this translation. A person has checked it.
written-checked = A machine helped to write this page. A specialist has checked it.
not-translated = This page is not in your language yet. Here it is in English.
text-not-translated = in English
more-label = More to read

# The page of languages.
languages-summary = All pages are in each of these languages. You can change the language at the top of every page.
languages-source = All pages are written in this language first. A machine helped to write them.
languages-machine = A machine made all translations. No person has checked them yet.
languages-mixed =
    { $checked ->
        [one] A person has checked { $checked } page of { $all }.
       *[other] A person has checked { $checked } pages of { $all }.
    } A machine made the rest.
languages-checked = A person has checked all pages.
languages-missing =
    { $missing ->
        [one] { $missing } page is not translated yet. It is shown in English.
       *[other] { $missing } pages are not translated yet. They are shown in English.
    }
languages-mistake = If words are wrong or hard to understand, you can read the page in English.
