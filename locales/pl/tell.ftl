# Telling. The one who does it ("ktoś") is the unspoken subject of the lists; "ta osoba" is the one somebody worries
# about. Titles are seen in a browser's history: neutral.
tell-title = Pytania
tell-progress = Strona { $number } z około { $of }
tell-go-on = Dalej
tell-go-back = Wróć
tell-go-check = Wróć do wszystkich moich odpowiedzi
tell-language-label = Czytaj tę stronę w innym języku. Twój tekst zostaje.
tell-danger = Coś Ci grozi? Zadzwoń pod 999
tell-optional = Nie musisz odpowiadać.

# What keeps an answer from going on. Each says what to do.
tell-summary = Spójrz na to jeszcze raz
error-nothing-told = Napisz coś tutaj albo wróć i zaznacz, co się dzieje.
error-too-long = To jest za długie. Liczba liter: { $typed }. Możemy przyjąć najwyżej tyle: { $limit }. Twój tekst nadal tu jest.
error-cut = To jest za długie. Możemy przyjąć najwyżej tyle liter: { $limit }. Zachowaliśmy tylko początek. Liczba liter: { $kept }.
error-not-offered = Wybierz jedną z odpowiedzi, które tu są.
error-number-missing = Wpisz numer telefonu albo wróć i wybierz inny sposób.
error-number-wrong = To nie może być numer telefonu. Sprawdź cyfry.
error-address-missing = Wpisz adres e-mail albo wróć i wybierz inny sposób.
error-address-wrong = To nie może być adres e-mail. Powinien wyglądać tak: imie@example.org.
error-days-missing = Zaznacz co najmniej jeden dzień. Jeśli żaden dzień nie jest bezpieczny, wróć i wybierz, że przeczytasz naszą odpowiedź tutaj.
error-hour-missing = Wybierz godzinę.
error-hours-same = Godzina „Do” jest taka sama jak „Od”. Wybierz inną godzinę „Do”.
error-language-missing = Wpisz nazwę języka.

# Notices over a question.
notice-away = Nie możemy tego teraz przyjąć. Twój tekst nadal jest na tej stronie. Za kilka minut naciśnij przycisk jeszcze raz.
notice-held = Miejsce, gdzie zachowujemy wiadomości, w tej chwili nie odpowiada. Twój tekst zachowujemy przez 30 minut. Możesz iść dalej.
notice-foreign = To przyszło do nas z innej strony internetowej, więc jeszcze tego nie użyliśmy. Jeśli to Twój tekst, sprawdź go i naciśnij przycisk jeszcze raz.
notice-broken = Część tekstu nie dotarła w takiej postaci, w jakiej została napisana. Sprawdź tekst i naciśnij przycisk jeszcze raz.
notice-expired = Minęło ponad 30 minut, więc usunęliśmy Twoje wcześniejsze odpowiedzi. Ostatni tekst nadal tu jest. Możesz z nim iść dalej.
notice-unchosen = Nie ma tu wybranej odpowiedzi. Jeśli teraz pójdziesz dalej, zapytamy o Ciebie. Możesz też wybrać inną odpowiedź.
lines-lead = W niebezpieczeństwie zadzwoń pod 999. Pod tymi numerami ktoś odbiera w dzień i w nocy:
lines-stay = Połączenie zostaje na liście połączeń w telefonie.

# Safe now.
safe-heading = Czy jest teraz dla Ciebie bezpiecznie?
safe-before = Co warto wiedzieć na początku
safe-lead = Możesz nam napisać, co się dzieje, krok po kroku. Nie musisz podawać imienia ani nazwiska. Możesz przestać w każdej chwili.
safe-reads = Czytają to przeszkoleni ludzie. Mogą minąć godziny, zanim to przeczytają. W niebezpieczeństwie zadzwoń pod 999.
safe-shares = Jeśli zagrożone jest czyjeś życie albo dziecko, być może będą musieli powiedzieć o tym innym, nawet jeśli powiesz „nie”.
safe-steps-link = Co się dzieje, gdy do nas napiszesz
safe-devices-link = Jak bezpieczniej używać telefonu
safe-screen = Czy ktoś inny może zobaczyć ten ekran albo sprawdzić to urządzenie? Jeśli możesz, użyj wtedy innego.
safe-back = Żeby się cofnąć, użyj przycisku „Wróć” na stronie. Strzałka w telefonie lub przeglądarce może skasować Twój tekst.
safe-time = To, co piszesz, czeka tu najwyżej 30 minut. Potem znika.
safe-yes = Tak, na razie jest bezpiecznie
safe-no = Nie, grozi mi niebezpieczeństwo
safe-not-said = Nie mam pewności albo nie chcę mówić

# The page for somebody in danger.
danger-heading = Wezwij pomoc teraz
danger-call = Zadzwoń pod 999 i poproś o policję („police”).
danger-text-button = Wyślij SMS na 999
danger-text-who = Tylko jeśli ten telefon jest zarejestrowany
danger-bsl-who = Rozmowa wideo w brytyjskim języku migowym
danger-silent-heading = Jeśli nie możesz mówić
danger-silent-call = Zadzwoń pod 999 z telefonu komórkowego.
danger-silent-listen = Słuchaj. Jeśli możesz, kaszlnij lub stuknij w telefon.
danger-silent-press = Naciśnij 55, gdy Cię o to poproszą. Potem znowu słuchaj.
danger-silent-limits = Naciśnięcie 55 nie mówi policji, gdzie jesteś. Samo ciche połączenie nie sprowadzi pomocy: naciśnij 55, gdy Cię o to poproszą.
danger-deaf-heading = Jeśli nie słyszysz lub nie możesz mówić przez telefon
danger-text = Wyślij SMS na 999. To działa tylko wtedy, gdy Twój telefon jest zarejestrowany. Żeby go zarejestrować, wyślij na 999 SMS ze słowem „register” i zrób to, o co prosi odpowiedź. Dopiero odpowiedź mówi Ci, że Twój SMS dotarł.
danger-bsl = Użyj 999 BSL (brytyjski język migowy), w aplikacji lub na stronie internetowej. Tłumacz rozmawia z policją za Ciebie.
danger-not-us = Nie czekaj na nas. Być może przeczytamy Twoje odpowiedzi dopiero później.
danger-on = Przejdź dalej do pytań

# For whom.
who-heading = W czyjej sprawie piszesz?
who-me = W swojej sprawie
who-someone = W sprawie kogoś, o kogo się martwię
who-work = W sprawie kogoś, kogo znam przez swoją pracę
who-work-hint = Na przykład pracujesz w szkole, w przychodni lub w opiece społecznej albo wynajmujesz komuś mieszkanie.

# Somebody who worries.
someone-heading = O Tobie i o tej osobie
someone-lead = „Ta osoba” to ktoś, o kogo się martwisz. Nie musisz odpowiadać na żadne z tych pytań.
tie-question = Kim jest dla Ciebie ta osoba?
tie-family = Ktoś z mojej rodziny
tie-friend = Ktoś z przyjaciół lub znajomych
tie-neighbour = Ktoś z sąsiedztwa
tie-work = Ktoś z pracy, szkoły lub klubu
tie-other = Ktoś inny
how-question = Skąd wiesz, co się dzieje?
how-hint = Zaznacz wszystko, co jest prawdą.
how-saw = Widzę to na własne oczy lub słyszę na własne uszy
how-told = Wiem to od tej osoby
how-heard = Wiem to od kogoś innego
aware-question = Czy ta osoba wie, że do nas piszesz?
effect-question = Czy tej osobie może być gorzej, jeśli ktoś się z nią skontaktuje?
home-question = Czy w tym domu mieszkają dzieci?
answer-yes = Tak
answer-no = Nie
answer-unsure = Nie wiem

# Telling as a part of work.
work-heading = O Twojej pracy
work-lead = Pomiń to, czego nie wolno Ci przekazać. Nie musisz odpowiadać na żadne z tych pytań.
place-label = Gdzie pracujesz?
place-hint = Na przykład nazwa szkoły, przychodni lub organizacji charytatywnej.
part-label = Co tam robisz?
agreed-question = Czy ta osoba zgodziła się na to, że do nas piszesz?
basis-label = Jeśli ta osoba się nie zgodziła: dlaczego wolno Ci to przekazać?
basis-hint = Na przykład podstawa prawna („lawful basis”) albo to, że zagrożone jest dziecko lub osoba dorosła.

# What happens: three lists.
signs-heading = Co ktoś Ci robi?
signs-heading-other = Co ktoś robi tej osobie?
signs-lead = Zaznacz wszystko, co się dzieje teraz lub działo się wcześniej. Nie musisz niczego zaznaczać. Chodzi o osobę, która to robi: to może być mąż, żona, chłopak, dziewczyna, były partner lub była partnerka, ktoś z Twojej rodziny albo ktoś inny.
signs-lead-other = Zaznacz wszystko, o czym wiesz. Nie musisz niczego zaznaczać. Chodzi o osobę, która to robi: to może być mąż, żona, chłopak, dziewczyna, były partner lub była partnerka, ktoś z rodziny albo ktoś inny.
signs-control = Codzienne życie
signs-following = Śledzenie i kontakt
signs-children = Dzieci i rodzina
signs-danger = Krzywda i niebezpieczeństwo

sign-phone = Sprawdza Twój telefon, wiadomości, e-maile lub listy.
sign-phone-other = Sprawdza telefon, wiadomości, e-maile lub listy tej osoby.
sign-money = Zabiera Ci pieniądze, nie daje Ci pieniędzy albo każe Ci się tłumaczyć z wydatków.
sign-money-other = Zabiera tej osobie pieniądze, nie daje jej pieniędzy albo pyta o każdy jej wydatek.
sign-apart = Odsuwa Cię od znajomych lub od rodziny.
sign-apart-other = Odsuwa tę osobę od znajomych lub od rodziny.
sign-rules = Decyduje, w co się ubierasz, co jesz, kiedy śpisz lub dokąd chodzisz.
sign-rules-other = Decyduje, w co ta osoba się ubiera, co je, kiedy śpi lub dokąd chodzi.
sign-work = Nie pozwala Ci pracować lub się uczyć.
sign-work-other = Nie pozwala tej osobie pracować lub się uczyć.
sign-papers = Trzyma Twój paszport lub dokumenty albo mówi, że każą Ci wyjechać z tego kraju.
sign-papers-other = Trzyma paszport lub dokumenty tej osoby albo mówi, że każą jej wyjechać z tego kraju.
sign-put-down = Poniża Cię albo mówi, że tracisz rozum lub że coś Ci się wydaje.
sign-put-down-other = Poniża tę osobę albo mówi, że ona traci rozum lub że coś jej się wydaje.
sign-children-used = Wykorzystuje Twoje dzieci przeciwko Tobie albo opowiada im o Tobie kłamstwa.
sign-children-used-other = Wykorzystuje dzieci przeciwko tej osobie albo opowiada dzieciom kłamstwa.
sign-sexual = Zmusza Cię do rzeczy w seksie, których nie chcesz.
sign-sexual-other = Zmusza tę osobę do rzeczy w seksie, których ona nie chce.
sign-pictures = Pokazuje innym Twoje prywatne zdjęcia albo mówi, że to zrobi.
sign-pictures-other = Pokazuje innym prywatne zdjęcia tej osoby albo mówi, że to zrobi.
sign-family = Mówi, że przynosisz wstyd rodzinie, albo próbuje zmusić Cię do ślubu.
sign-family-other = Mówi, że ta osoba przynosi wstyd rodzinie, albo próbuje zmusić ją do ślubu.
sign-care = Nie daje Ci opieki, leków lub innej pomocy, której potrzebujesz.
sign-care-other = Nie daje tej osobie opieki, leków lub innej pomocy.

sign-followed = Chodzi za Tobą albo zjawia się tam, gdzie jesteś.
sign-followed-other = Chodzi za tą osobą albo zjawia się tam, gdzie ona jest.
sign-unwanted = Ciągle dzwoni, pisze lub coś przysyła, choć tego nie chcesz.
sign-unwanted-other = Ciągle dzwoni, pisze lub coś przysyła, choć ta osoba tego nie chce.
sign-watched = Obserwuje Twój dom albo miejsce, gdzie pracujesz lub się uczysz.
sign-watched-other = Obserwuje dom tej osoby albo miejsce, gdzie ona pracuje lub się uczy.
sign-whereabouts = Ktoś wie, gdzie jesteś, choć nie powinien tego wiedzieć. Albo udało Ci się znaleźć lokalizator (małe urządzenie do śledzenia).
sign-whereabouts-other = Ktoś wie, gdzie ta osoba jest, choć nie powinien tego wiedzieć. Albo jest gdzieś lokalizator (małe urządzenie do śledzenia).
sign-accounts = Zagląda na Twoje konta w internecie, zakłada fałszywe konta albo publikuje coś o Tobie.
sign-accounts-other = Zagląda na konta tej osoby w internecie, zakłada fałszywe konta albo publikuje coś o niej.
sign-others = Namawia innych, żeby się z Tobą kontaktowali lub Cię obserwowali.
sign-others-other = Namawia innych, żeby kontaktowali się z tą osobą lub ją obserwowali.
sign-after = Zaczęło się lub trwało dalej po Waszym rozstaniu.
sign-after-other = Zaczęło się lub trwało dalej po tym, jak ta osoba zakończyła ten związek.

sign-hurt = Robi Ci krzywdę fizycznie, na przykład bije Cię, popycha lub kopie.
sign-hurt-other = Robi tej osobie krzywdę fizycznie, na przykład bije ją, popycha lub kopie.
sign-neck = Kładzie Ci ręce na szyi, dusi Cię albo nie daje Ci oddychać.
sign-neck-other = Kładzie tej osobie ręce na szyi, dusi ją albo nie daje jej oddychać.
sign-weapon = Ma broń (może to być nóż), używa jej albo mówi, że to zrobi.
sign-weapon-other = Ma broń (może to być nóż), używa jej albo mówi, że to zrobi.
sign-threat = Mówi, że zabije Ciebie lub kogoś innego.
sign-threat-other = Mówi, że zabije tę osobę lub kogoś innego.
sign-suicide = Mówi, że się zabije.
sign-suicide-other = Ktoś, kto to robi, mówi, że się zabije.
sign-worse = Jest coraz gorzej albo dzieje się to coraz częściej.
sign-worse-other = Jest coraz gorzej albo dzieje się to coraz częściej.
sign-leaving = Nie jesteś już z tą osobą albo planujesz od niej odejść.
sign-leaving-other = Ta osoba już odeszła albo planuje odejść.
sign-pregnant = Jesteś w ciąży albo masz niemowlę.
sign-pregnant-other = Ta osoba jest w ciąży albo ma niemowlę.
sign-afraid = Boisz się, że ktoś zrobi Ci ciężką krzywdę lub Cię zabije.
sign-afraid-other = Boisz się Ty albo boi się ta osoba, że ktoś zrobi jej ciężką krzywdę lub ją zabije.
sign-order = Sąd lub policja kazały z tym skończyć, a to trwa dalej.
sign-order-other = Sąd lub policja kazały z tym skończyć, a to trwa dalej.
sign-children-hurt = Krzywdzi dzieci albo mówi, że to zrobi.
sign-children-hurt-other = Krzywdzi dzieci albo mówi, że to zrobi.
sign-locked-in = Nie pozwala Ci wyjść z domu.
sign-locked-in-other = Nie pozwala tej osobie wyjść z domu.
sign-animals = Krzywdzi zwierzęta albo mówi, że to zrobi.
sign-animals-other = Krzywdzi zwierzęta albo mówi, że to zrobi.

# Own words.
words-heading = Napisz nam więcej, własnymi słowami
words-lead = Możesz pisać w każdym języku. Możesz napisać mało albo dużo. Jeśli na liście jest już zaznaczone, co się dzieje, możesz zostawić to miejsce puste.
words-lead-other = Napisz, co udało Ci się zobaczyć lub usłyszeć i kiedy. Możesz pisać w każdym języku. Jeśli na liście jest już zaznaczone, co się dzieje, możesz zostawić to miejsce puste.
words-names = Nie musisz podawać imion, nazwisk ani miejsc. Ale bez nich nie możemy nikogo znaleźć.
words-label = Co się dzieje?

# How to answer.
way-heading = Jak możemy Ci odpowiedzieć?
way-lead = Jeśli nic nie wybierzesz, przeczytasz naszą odpowiedź tutaj.
way-here = Wrócę na tę stronę internetową
way-here-hint = Nie dzwonimy i nie piszemy do Ciebie. Dostajesz osiem słów. Z nimi przeczytasz tutaj naszą odpowiedź.
way-phone = Zadzwońcie do mnie
way-phone-hint = Wybierz to tylko wtedy, gdy nikt inny nie odbiera tego telefonu i do niego nie zagląda. Połączenie zostaje na jego liście połączeń.
way-email = Napiszcie do mnie e-mail
way-email-hint = Wybierz to tylko wtedy, gdy nikt inny nie może czytać Twoich e-maili.

reach-heading-phone = Kiedy można bezpiecznie do Ciebie zadzwonić?
reach-heading-email = Kiedy można bezpiecznie wysłać Ci e-mail?
reach-lead = Dzwonimy lub piszemy tylko wtedy. Dostajesz też osiem słów. Z nimi możesz nam później napisać, że to się zmieniło. Jeśli zagrożone jest życie lub dziecko, policja lub służby do spraw dzieci mogą skontaktować się z Tobą inaczej.
line-label = Numer telefonu
post-label = Adres e-mail
days-label = W które dni?
days-hint = Zaznacz wszystkie bezpieczne dni.
from-label = Od
to-label = Do
hours-label-between = W jakich godzinach?
times-all-day = { $days }, o każdej porze dnia i nocy
times-over-midnight = { $days }, od { $from } do { $to } następnego dnia
hour-choose = Wybierz
tape-question = Czy możemy nagrać wiadomość, jeśli nikt nie odbierze?
tape-yes = Tak, nagrana wiadomość jest bezpieczna
tape-no = Bez nagranej wiadomości
ask-label-phone = O jakie imię możemy pytać lub jakie możemy podać?
ask-label-email = Na jakie imię możemy pisać?
ask-hint = To może być dowolne imię. Nie musisz go podawać.
until-question = Jak długo będzie to bezpieczne?
until-week = Przez tydzień
until-month = Przez miesiąc
until-open = Dopóki nie powiem inaczej

# Language.
language-heading = Jakiego języka mamy używać?
language-question = Odpowiedzcie mi w tym języku
language-other = Inny język
language-other-label = Jeśli inny język: jaki?
between-question = Czy chcesz mieć tłumacza?
between-no = Nie
between-spoken = Tak, języka mówionego
between-signed = Tak, języka migowego

# Check and send.
check-heading = Sprawdź, co mówisz
check-lead = Nic nie jest jeszcze wysłane. Możesz zmienić wszystko.
check-change = Zmień
check-safe = Czy jest teraz bezpiecznie
check-who = W czyjej sprawie piszesz
check-signs = Co ktoś robi
check-words = Twoimi słowami
check-way = Jak odpowiadamy
check-when = Kiedy jest bezpiecznie
check-language = Język
check-between = Tłumacz
check-nothing = Brak odpowiedzi
check-message = Nagrana wiadomość w telefonie
check-name = Imię
check-send-lead = Gdy naciśniesz przycisk, dostanie to nasz zespół. Nie można tego cofnąć. Później możesz napisać więcej.
check-send = Wyślij

# Sent.
sent-title = Lista
sent-heading = Mamy Twoją wiadomość. Zachowaj te słowa
sent-lead = Wyglądają jak lista zakupów. Z nimi wrócisz tu, żeby przeczytać naszą odpowiedź i napisać jeszcze raz.
sent-keep-heading = Co zrobić z tymi słowami
sent-keep-paper = Zapisz je jak listę albo naucz się ich na pamięć. Zachowaj kolejność.
sent-keep-photo = Zdjęcie lub zrzut ekranu może się skopiować na inne urządzenie.
sent-keep-lost = Jeśli je zgubisz, nikt nie może ich odzyskać. Zawsze możesz napisać do nas od nowa.
sent-keep-found = Kto ma te słowa, może czytać nasze odpowiedzi i to, co napiszesz po powrocie. Może też pisać do nas w Twoim imieniu. Nie mów o tych słowach nikomu, kto nie powinien ich znać.
sent-once = Ta strona pokazuje się tylko raz.
sent-next-heading = Co dzieje się teraz
sent-within-1 = Twoją wiadomość czyta przeszkolona osoba. Staramy się to zrobić w ciągu 1 godziny.
sent-within-2 = Twoją wiadomość czyta przeszkolona osoba. Staramy się to zrobić w ciągu 4 godzin.
sent-within-3 = Twoją wiadomość czyta przeszkolona osoba. Staramy się to zrobić w ciągu 24 godzin.
sent-within-4 = Twoją wiadomość czyta przeszkolona osoba. Staramy się to zrobić w ciągu 3 dni.
sent-answer = Potem znajdziesz naszą odpowiedź na stronie „Wróć ze swoimi słowami”.
sent-answer-chosen = Potem odpowiemy Ci w wybrany przez Ciebie sposób.
sent-call = Potem zadzwonimy do Ciebie, ale tylko wtedy: { $when }.
sent-call-name = Przez telefon używamy tego imienia: { $name }.
sent-call-message = Jeśli nikt nie odbierze, możemy nagrać wiadomość.
sent-call-no-message = Nie nagrywamy wiadomości.
sent-mail = Potem napiszemy do Ciebie e-mail, ale tylko wtedy: { $when }.
sent-mail-name = W e-mailu używamy tego imienia: { $name }.
sent-words-too = Możesz też wrócić tutaj ze swoimi słowami. Napisz nam, jeśli ten sposób nie jest już bezpieczny.
sent-danger = Jeśli do tego czasu będzie Ci grozić niebezpieczeństwo, zadzwoń pod 999. Nie czekaj na nas.
sent-leave = Na koniec użyj linku „Opuść tę stronę” u góry.

# Pages instead of a question.
gone-title = Tej strony już tu nie ma
gone-heading = Ta strona była już pokazana
gone-text = Każda strona z pytaniami pokazuje się tylko raz. Dzięki temu trudniej jest cofnąć się i przeczytać Twój tekst.
gone-sent = Jeśli przycisk „Wyślij” był naciśnięty, mamy Twój tekst.
gone-without-words = Jeśli osiem słów nie pokazało się na ekranie, nikt nie może pokazać ich jeszcze raz. Jeśli możemy do Ciebie zadzwonić albo napisać e-mail, zrobimy to tak, jak było ustalone. Możesz też napisać do nas od nowa. Zaznacz wtedy, że to już drugi raz.
gone-begin = Zacznij od nowa
gone-reply = Mam osiem słów
expired-title = Czas minął
expired-heading = Twoich odpowiedzi już tu nie ma
expired-text = Minęło ponad 30 minut albo odpowiedzi są już wysłane. To, co wysłane, jest u nas. To, co niewysłane, zostało usunięte. Możesz zacząć od nowa. Jeśli masz osiem słów, możesz ich użyć.
lost-title = Zacznij od nowa
lost-heading = Nie znamy tej strony
lost-text = Coś na tej stronie zmieniło się po drodze. Nic nie zostało wysłane. Zacznij od nowa.
wait-title = Chwileczkę
wait-heading = Poczekaj chwilę
wait-text = Wiele osób pisze w tym samym czasie. Twój tekst zostaje na tej stronie.
wait-when =
    { $seconds ->
        [one] Poczekaj { $seconds } sekundę. Potem naciśnij przycisk.
        [few] Poczekaj { $seconds } sekundy. Potem naciśnij przycisk.
        [many] Poczekaj { $seconds } sekund. Potem naciśnij przycisk.
       *[other] Poczekaj { $seconds } sekundy. Potem naciśnij przycisk.
    }
wait-again = Spróbuj jeszcze raz
away-retry = Spróbuj jeszcze raz
fault-kept = To nasz błąd, nie Twój. Twój tekst nadal jest na tej stronie. Za kilka minut naciśnij przycisk jeszcze raz.
