# What stands on every page. Neutral where it may be seen outside the page's body.
site-name = Quietdoor
skip-to-content = Go to the main text
leave = Leave this page
# $host is where the exit leads, such as bbc.co.uk.
leave-where = Opens { $host }. It does not clear your history.
emergency-label = In danger now?
emergency-call = Call 999
emergency-silent = Cannot speak? Call 999 on a mobile. Listen. Cough or tap if you can. Press 55 when asked.
emergency-location = 55 does not tell the police where you are.
menu-label = Pages
menu-read = Read
menu-tell = Tell us
menu-reply = Come back
# Until a team reads what is sent.
trial-heading = This site is being tried out.
trial-text = Nobody reads what you send. In danger, call 999.
# A number to call follows.
trial-call = Free helpline, day and night:
# The first page's buttons.
door-tell = Tell us what is happening
door-read = Choose what to read
door-reply = Come back for an answer
languages-label = Languages
languages-title = Languages
languages-heading = Choose a language
translated-by-machine = A machine made this translation. No person has checked it yet.
translated-see-english = Read it in English
written-by-machine = A machine helped to write this page. No specialist has checked it yet.
footer-privacy = Privacy
footer-accessibility = Accessibility
footer-languages = Languages

# When something is not right. Each says what to do next.
error-help = If you are in danger, call 999. You can also go to the list of places that help.
error-help-link = Places that help
error-home-link = Go to the first page
not-found-title = Page not here
not-found-heading = This page is not here
not-found-text = The address may be wrong, or the page has moved.
method-title = Not possible this way
method-heading = This page cannot be used that way
method-text = Please go back to the first page and try again from there.
fault-title = Something went wrong
fault-heading = Something went wrong here
fault-text = It is our mistake, not yours. Please try again in a few minutes.
away-title = Not possible now
away-heading = We cannot take this right now
away-text = Reading works. Telling us does not work for the moment. Please try again in a few minutes.
