# Telling. "They" is the one who does it; "the person" is the one somebody worries about. Titles are seen in a
# browser's history: neutral.
tell-title = Questions
tell-progress = Page { $number } of about { $of }
tell-go-on = Continue
tell-go-back = Go back
tell-go-check = Back to all my answers
tell-language-label = Read this page in another language. What you wrote is kept.
tell-danger = In danger now? Call 999
tell-optional = You do not have to answer.

# What keeps an answer from going on. Each says what to do.
tell-summary = Please look at this again
error-nothing-told = Write something here, or go back and tick what happens.
error-too-long = This is too long. It has { $typed } letters. We can take { $limit }. What you wrote is still here.
error-cut = This is too long. We can take { $limit } letters. We kept only the first { $kept }.
error-not-offered = Please choose one of the answers here.
error-number-missing = Write the phone number, or go back and choose another way.
error-number-wrong = This cannot be a phone number. Check the digits.
error-address-missing = Write the e-mail address, or go back and choose another way.
error-address-wrong = This cannot be an e-mail address. It should look like name@example.org.
error-days-missing = Tick at least one day. If no day is safe, go back and choose to read our answer here.
error-hour-missing = Choose an hour.
error-hours-same = The end is the same as the start. Choose another end.
error-language-missing = Write the name of the language.

# Notices over a question.
notice-away = We cannot take this right now. What you wrote is still on this page. Please press the button again in a few minutes.
notice-held = The place where we keep messages does not answer for the moment. What you wrote is kept for 30 minutes. You can go on.
notice-foreign = This came to us from another website, so we did not use it yet. If you wrote it yourself, check it and press the button again.
notice-broken = Some of it did not arrive as you wrote it. Please check the text and press the button again.
notice-expired = More than 30 minutes went by, so we removed your earlier answers. What you wrote last is still here. You can go on with it.
notice-unchosen = You did not choose. If you go on now, we ask about you. You can also choose another answer.
lines-lead = If you are in danger, call 999. These numbers answer day and night:
lines-stay = A call stays in the phone’s list of calls.

# Safe now.
safe-heading = Are you safe right now?
safe-before = Good to know before you start
safe-lead = You can tell us what happens, step by step. You do not have to give your name. You can stop at any time.
safe-reads = Trained people read it. It may take hours before they do. In danger, call 999.
safe-shares = If a life or a child is in danger, they may have to tell others, even if you say no.
safe-steps-link = What happens when you tell us
safe-devices-link = Use your phone more safely
safe-screen = Can someone else see this screen or check this device? Then use another one, if you can.
safe-back = To go back, use “Go back” on the page. The arrow of the phone or browser may lose what you wrote.
safe-time = What you write waits here for 30 minutes at most. Then it is gone.
safe-yes = Yes, I am safe for now
safe-no = No, I am in danger
safe-not-said = I am not sure, or I do not want to say

# The page for somebody in danger.
danger-heading = Get help now
danger-call = Call 999 and ask for the police.
danger-text-button = Text 999
danger-text-who = Only if this phone is registered
danger-bsl-who = Video call in sign language
danger-silent-heading = If you cannot speak
danger-silent-call = Call 999 on a mobile.
danger-silent-listen = Listen. Cough or tap the phone if you can.
danger-silent-press = Press 55 when you are asked. Then listen again.
danger-silent-limits = 55 does not tell the police where you are. A silent call does not bring help by itself: press 55 when you are asked.
danger-deaf-heading = If you cannot hear or speak on the phone
danger-text = Text 999. It works only if your phone is registered. To register, text the word register to 999 and follow the answer. Only an answer tells you that your text arrived.
danger-bsl = Use 999 BSL, in its app or on its website. An interpreter speaks to the police for you.
danger-not-us = Do not wait for us. We may read your answers only later.
danger-on = Go on with the questions

# For whom.
who-heading = Who do you write about?
who-me = Myself
who-someone = Someone I worry about
who-work = Someone I know through my work
who-work-hint = You are, for example, a teacher, a nurse, a landlord or a social worker.

# Somebody who worries.
someone-heading = About you and the person
someone-lead = “The person” is the one you worry about. You do not have to answer any of these.
tie-question = Who is the person to you?
tie-family = Someone in my family
tie-friend = A friend
tie-neighbour = A neighbour
tie-work = Someone at work, school or a club
tie-other = Someone else
how-question = How do you know what happens?
how-hint = Tick all that are true.
how-saw = I saw or heard it myself
how-told = The person told me
how-heard = Someone else told me
aware-question = Does the person know that you are telling us?
effect-question = Could it get worse for the person if someone gets in touch?
home-question = Do children live in the home?
answer-yes = Yes
answer-no = No
answer-unsure = I do not know

# Telling as a part of work.
work-heading = About your work
work-lead = Leave out what you may not share. You do not have to answer any of these.
place-label = Where do you work?
place-hint = For example the name of the school, surgery or charity.
part-label = What do you do there?
agreed-question = Did the person agree that you tell us?
basis-label = If the person did not agree: why may you share this?
basis-hint = For example your lawful basis, or that a child or an adult is at risk.

# What happens: three lists.
signs-heading = What do they do?
signs-heading-other = What do they do to the person?
signs-lead = Tick all that happen, now or before. You do not have to tick anything. “They” is whoever does it: a husband, wife, boyfriend, girlfriend or ex-partner, someone in your family, or someone else.
signs-lead-other = Tick all that you know about. You do not have to tick anything. “They” is whoever does it: a husband, wife, boyfriend, girlfriend or ex-partner, someone in the family, or someone else.
signs-control = Daily life
signs-following = Following and contact
signs-children = Children and family
signs-danger = Harm and danger

sign-phone = They check your phone, messages, e-mail or post.
sign-phone-other = They check the person’s phone, messages, e-mail or post.
sign-money = They take your money, keep money from you, or make you explain what you spend.
sign-money-other = They take the person’s money, keep money from the person, or ask about everything the person spends.
sign-apart = They keep you away from friends or family.
sign-apart-other = They keep the person away from friends or family.
sign-rules = They decide what you wear or eat, when you sleep or where you go.
sign-rules-other = They decide what the person wears or eats, when the person sleeps or where the person goes.
sign-work = They stop you from working or studying.
sign-work-other = They stop the person from working or studying.
sign-papers = They keep your passport or papers, or say that you will have to leave the country.
sign-papers-other = They keep the person’s passport or papers, or say that the person will have to leave the country.
sign-put-down = They put you down, or say that you are mad or imagine things.
sign-put-down-other = They put the person down, or say that the person is mad or imagines things.
sign-children-used = They use your children against you, or tell them lies about you.
sign-children-used-other = They use the children against the person, or tell the children lies.
sign-sexual = They make you do sexual things that you do not want.
sign-sexual-other = They make the person do sexual things that the person does not want.
sign-pictures = They share private pictures of you, or say that they will.
sign-pictures-other = They share private pictures of the person, or say that they will.
sign-family = They say that you bring shame on the family, or try to make you marry.
sign-family-other = They say that the person brings shame on the family, or try to make the person marry.
sign-care = They keep care, medicine or other help from you that you need.
sign-care-other = They keep care, medicine or other help from the person.

sign-followed = They follow you, or turn up where you are.
sign-followed-other = They follow the person, or turn up where the person is.
sign-unwanted = They call, write or send things again and again, and you do not want it.
sign-unwanted-other = They call, write or send things again and again, and the person does not want it.
sign-watched = They watch your home, or where you work or study.
sign-watched-other = They watch the person’s home, or where the person works or studies.
sign-whereabouts = They know where you are when they should not, or you have found a tracker.
sign-whereabouts-other = They know where the person is when they should not, or there is a tracker.
sign-accounts = They read your accounts, make false accounts, or post things about you.
sign-accounts-other = They read the person’s accounts, make false accounts, or post things about the person.
sign-others = They get other people to contact you or to watch you.
sign-others-other = They get other people to contact the person or to watch the person.
sign-after = It started, or went on, after you broke up with them.
sign-after-other = It started, or went on, after the person broke up with them.

sign-hurt = They hurt your body, for example hit, push or kick you.
sign-hurt-other = They hurt the person’s body, for example hit, push or kick the person.
sign-neck = They put their hands on your neck, choke you, or stop you from breathing.
sign-neck-other = They put their hands on the person’s neck, choke the person, or stop the person from breathing.
sign-weapon = They have a weapon, use one, or say that they will.
sign-weapon-other = They have a weapon, use one, or say that they will.
sign-threat = They say that they will kill you or someone else.
sign-threat-other = They say that they will kill the person or someone else.
sign-suicide = They say that they will kill themselves.
sign-suicide-other = They say that they will kill themselves.
sign-worse = It gets worse, or it happens more often.
sign-worse-other = It gets worse, or it happens more often.
sign-leaving = You have left them, or you plan to leave.
sign-leaving-other = The person has left them, or plans to leave.
sign-pregnant = You are pregnant, or you have a new baby.
sign-pregnant-other = The person is pregnant, or has a new baby.
sign-afraid = You are afraid that they will hurt you badly or kill you.
sign-afraid-other = You are afraid, or the person is afraid, that they will hurt the person badly or kill the person.
sign-order = A court or the police told them to stop, and they did not stop.
sign-order-other = A court or the police told them to stop, and they did not stop.
sign-children-hurt = They hurt children, or say that they will.
sign-children-hurt-other = They hurt children, or say that they will.
sign-locked-in = They stop you from leaving the house.
sign-locked-in-other = They stop the person from leaving the house.
sign-animals = They hurt animals, or say that they will.
sign-animals-other = They hurt animals, or say that they will.

# Own words.
words-heading = Tell us more, in your own words
words-lead = You can write in any language. You can write a little or a lot. You can leave this empty if you ticked what happens.
words-lead-other = Write what you saw or heard, and when. You can write in any language. You can leave this empty if you ticked what happens.
words-names = You do not have to give names or places. But without them we cannot find anyone.
words-label = What happens?

# How to answer.
way-heading = How may we answer you?
way-lead = If you choose nothing, you read our answer here.
way-here = I come back to this site
way-here-hint = We do not call and do not write to you. You get eight words. With them you read our answer here.
way-phone = Call me
way-phone-hint = Choose this only if nobody else answers this phone or looks at it. The call stays in its list.
way-email = E-mail me
way-email-hint = Choose this only if nobody else can read your e-mail.

reach-heading-phone = When is it safe to call you?
reach-heading-email = When is it safe to e-mail you?
reach-lead = We call or write only then. You also get eight words. With them you can tell us later that this has changed. If a life or a child is in danger, the police or children’s services may contact you in another way.
line-label = Phone number
post-label = E-mail address
days-label = On which days?
days-hint = Tick all that are safe.
from-label = From
to-label = Until
hours-label-between = Between which hours?
times-all-day = { $days }, at any time of the day
times-over-midnight = { $days }, { $from } to { $to } the next day
hour-choose = Choose
tape-question = May we leave a message, if nobody answers?
tape-yes = Yes, a message is safe
tape-no = No message
ask-label-phone = What name may we ask for, or say?
ask-label-email = What name may we write to?
ask-hint = It can be any name. You do not have to give one.
until-question = For how long is this safe?
until-week = For a week
until-month = For a month
until-open = Until I say something else

# Language.
language-heading = Which language shall we use?
language-question = Answer me in
language-other = Another language
language-other-label = If another language: which one?
between-question = Do you want an interpreter?
between-no = No
between-spoken = Yes, for a language that is spoken
between-signed = Yes, for sign language

# Check and send.
check-heading = Check what you say
check-lead = Nothing is sent yet. You can change everything.
check-change = Change
check-safe = Safe right now
check-who = You write about
check-signs = What they do
check-words = In your words
check-way = How we answer
check-when = When it is safe
check-language = Language
check-between = Interpreter
check-nothing = Nothing said
check-message = Message on the phone
check-name = Name
check-send-lead = When you press the button, our team gets this. You cannot take it back. You can write more later.
check-send = Send

# Sent.
sent-title = A list
sent-heading = We have it. Keep these words
sent-lead = They look like a shopping list. With them you come back to read our answer and to write again.
sent-keep-heading = What to do with the words
sent-keep-paper = Write them down as a list, or learn them. Keep the order.
sent-keep-photo = A photo or a screenshot may be copied to another device.
sent-keep-lost = If you lose them, nobody can get them back. You can always write to us again.
sent-keep-found = Anyone who has the words can read our answers and what you write after you come back. They can also write to us as if they were you. Say nothing about the words to anyone who must not know.
sent-once = This page is shown only once.
sent-next-heading = What happens now
sent-within-1 = A trained person reads what you wrote. We aim to do this within 1 hour.
sent-within-2 = A trained person reads what you wrote. We aim to do this within 4 hours.
sent-within-3 = A trained person reads what you wrote. We aim to do this within 24 hours.
sent-within-4 = A trained person reads what you wrote. We aim to do this within 3 days.
sent-answer = Then you find our answer on the page “Come back with your words”.
sent-answer-chosen = Then we answer in the way that you chose.
sent-call = Then we call you, only at these times: { $when }.
sent-call-name = On the phone we use the name { $name }.
sent-call-message = If nobody answers, we may leave a message.
sent-call-no-message = We leave no message.
sent-mail = Then we e-mail you, only at these times: { $when }.
sent-mail-name = In the e-mail we use the name { $name }.
sent-words-too = You can also come back here with your words. Write to us if this way is no longer safe.
sent-danger = If you are in danger before that, call 999. Do not wait for us.
sent-leave = When you are done, use “Leave this page” at the top.

# Pages instead of a question.
gone-title = Page not here any more
gone-heading = This page was shown already
gone-text = Each page of the questions is shown only once. This makes it harder to go back and read what you wrote.
gone-sent = If you pressed “Send”, we have what you wrote.
gone-without-words = If you did not see your eight words, nobody can show them again. If you said that we may call or e-mail you, we still do. You can also write to us again. Then say that you wrote before.
gone-begin = Begin again
gone-reply = I have eight words
expired-title = Time is over
expired-heading = Your answers are not here any more
expired-text = More than 30 minutes went by, or you sent them already. What you sent is with us. What was not sent is removed. You can begin again. If you have eight words, you can use them.
lost-title = Please begin again
lost-heading = We do not know this page
lost-text = Something in the page was changed on the way. Nothing was sent. Please begin again.
wait-title = One moment
wait-heading = Please wait a moment
wait-text = Many people write at the same time. What you wrote is kept on this page.
wait-when =
    { $seconds ->
        [one] Wait { $seconds } second. Then press the button.
       *[other] Wait { $seconds } seconds. Then press the button.
    }
wait-again = Try again
away-retry = Try again
fault-kept = It is our mistake, not yours. What you wrote is still on this page. Please press the button again in a few minutes.
