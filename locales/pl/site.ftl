# What stands on every page. Neutral where it may be seen outside the page's body.
site-name = Quietdoor
skip-to-content = Przejdź do głównego tekstu
leave = Opuść tę stronę
# $host is where the exit leads, such as bbc.co.uk.
leave-where = Otwiera stronę { $host }. Nie kasuje historii.
emergency-label = Coś Ci teraz grozi?
emergency-call = Dzwoń: 999
emergency-silent = Nie możesz mówić? Zadzwoń z komórki pod 999. Słuchaj. Jeśli możesz, kaszlnij lub stuknij w telefon. Gdy Cię poproszą, naciśnij 55.
emergency-location = 55 nie mówi policji, gdzie jesteś.
menu-label = Strony
menu-read = Czytaj
menu-tell = Napisz do nas
menu-reply = Wróć
# Until a team reads what is sent.
trial-heading = Ta strona jest dopiero w próbach.
trial-text = Nikt nie czyta tego, co wyślesz. W niebezpieczeństwie zadzwoń pod 999.
# A number to call follows.
trial-call = Bezpłatna linia pomocy, dzień i noc:
# The first page's buttons.
door-tell = Napisz nam, co się dzieje
door-read = Wybierz, co przeczytać
door-reply = Wróć po odpowiedź
languages-label = Języki
languages-title = Języki
languages-heading = Wybierz język
translated-by-machine = To tłumaczenie zrobiła maszyna. Nie sprawdził go jeszcze żaden człowiek.
translated-see-english = Przeczytaj to po angielsku
written-by-machine = Tę stronę pomogła napisać maszyna. Nie sprawdził jej jeszcze żaden specjalista.
footer-privacy = Prywatność
footer-accessibility = Dostępność
footer-languages = Języki

# When something is not right. Each says what to do next.
error-help = W niebezpieczeństwie zadzwoń pod 999. Możesz też przejść do listy miejsc, które pomagają.
error-help-link = Miejsca, które pomagają
error-home-link = Przejdź na pierwszą stronę
not-found-title = Tej strony tu nie ma
not-found-heading = Tej strony tu nie ma
not-found-text = Adres może być błędny albo strona jest teraz w innym miejscu.
method-title = Tak się nie da
method-heading = Tej strony nie można użyć w ten sposób
method-text = Wróć na pierwszą stronę i spróbuj stamtąd jeszcze raz.
fault-title = Coś poszło nie tak
fault-heading = Coś poszło tu nie tak
fault-text = To nasz błąd, nie Twój. Spróbuj jeszcze raz za kilka minut.
away-title = Teraz to niemożliwe
away-heading = Teraz nie możemy tego przyjąć
away-text = Czytanie działa. Pisanie do nas w tej chwili nie działa. Spróbuj jeszcze raz za kilka minut.
