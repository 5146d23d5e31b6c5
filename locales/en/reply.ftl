# Coming back with the eight words. Titles are neutral.
reply-title = Come back
reply-heading = Come back with your words
reply-lead = When you wrote to us, you got eight words. They look like a shopping list.
reply-label = Your eight words
reply-hint = Type them in the same order, in any language of this site. Capital letters and accents do not matter.
reply-open = Go on
reply-lost = If you lost the words, nobody can get them back. You can write to us again.
reply-begin = Write to us

error-code-count =
    { $count ->
        [0] Type your eight words.
        [one] This is { $count } word. We need eight.
       *[other] These are { $count } words. We need eight.
    }
error-code-word = Check word number { $place }. We do not know it. What you typed is still here.
error-code-unknown = We found nothing under these words. Check each word and the order. What you typed is still here.

talk-title = Messages
talk-heading = Messages
talk-none = There is no answer yet.
talk-by = We aim to read what you wrote by { $when }.
talk-answered = You can write again at any time.
talk-closed = We closed this case. If you write again, we open it again.
talk-you = You
talk-team = The team
# $date as in "22 November 2026", $time as in "2:05pm".
talk-when = { $date }, { $time }
talk-write-heading = Write to us
talk-label = Your message
talk-hint = You can write in any language. You can also say that a phone or a time is no longer safe.
talk-safe = Are you safe right now?
talk-safe-yes = Yes, for now
talk-safe-no = No
talk-send = Send
talk-sent = We have your message.
talk-sent-again = You can come back with the same eight words.
talk-danger = If you are in danger, call 999. Do not wait for us.
talk-leave = When you are done, use “Leave this page” at the top.
error-message-missing = Write something first.
talk-expired = More than 30 minutes went by. Please type your eight words again. What you wrote is still here below.
talk-often = You have written very often today. What you wrote is still here. Please wait 15 minutes. Then press the button.
gone-talk = If you pressed “Send”, we have your message. Type your eight words again to see it.
talk-kept-label = What you wrote
