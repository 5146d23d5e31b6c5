# Coming back with the eight words. Titles are neutral.
reply-title = Powrót
reply-heading = Wróć ze swoimi słowami
reply-lead = Gdy dotarła do nas Twoja wiadomość, pokazaliśmy Ci osiem słów. Wyglądają jak lista zakupów.
reply-label = Twoje osiem słów
reply-hint = Wpisz je w tej samej kolejności, w dowolnym z języków tej strony internetowej. Wielkie litery i znaki takie jak ą, ł czy ż nie mają znaczenia.
reply-open = Dalej
reply-lost = Jeśli nie masz już tych słów, nikt nie może ich odzyskać. Możesz napisać do nas od nowa.
reply-begin = Napisz do nas

error-code-count =
    { $count ->
        [0] Wpisz swoje osiem słów.
        [one] To jest { $count } słowo. Potrzebujemy ośmiu.
        [few] To są { $count } słowa. Potrzebujemy ośmiu.
        [many] To jest { $count } słów. Potrzebujemy ośmiu.
       *[other] To jest { $count } słowa. Potrzebujemy ośmiu.
    }
error-code-word = Sprawdź słowo numer { $place }. Nie znamy go. Wpisane słowa nadal tu są.
error-code-unknown = Pod tymi słowami nic nie znaleźliśmy. Sprawdź każde słowo i kolejność. Wpisane słowa nadal tu są.

talk-title = Wiadomości
talk-heading = Wiadomości
talk-none = Nie ma jeszcze odpowiedzi.
talk-by = Staramy się przeczytać Twoją wiadomość do { $when }.
talk-answered = W każdej chwili możesz napisać jeszcze raz.
talk-closed = Zamknęliśmy tę sprawę. Jeśli napiszesz jeszcze raz, otworzymy ją znowu.
talk-you = Ty
talk-team = Zespół
# $date as in "22 listopada 2026", $time as in "14:05".
talk-when = { $date }, godz. { $time }
talk-write-heading = Napisz do nas
talk-label = Twoja wiadomość
talk-hint = Możesz pisać w każdym języku. Możesz też powiedzieć, że jakiś telefon lub pora nie są już bezpieczne.
talk-safe = Czy jest teraz dla Ciebie bezpiecznie?
talk-safe-yes = Tak, na razie
talk-safe-no = Nie
talk-send = Wyślij
talk-sent = Mamy Twoją wiadomość.
talk-sent-again = Możesz wrócić z tymi samymi ośmioma słowami.
talk-danger = W niebezpieczeństwie zadzwoń pod 999. Nie czekaj na nas.
talk-leave = Na koniec użyj linku „Opuść tę stronę” u góry.
error-message-missing = Najpierw coś napisz.
talk-expired = Minęło ponad 30 minut. Wpisz jeszcze raz swoje osiem słów. Twój tekst nadal jest tu niżej.
talk-often = To już bardzo wiele wiadomości jednego dnia. Twój tekst nadal tu jest. Poczekaj 15 minut. Potem naciśnij przycisk.
gone-talk = Jeśli przycisk „Wyślij” był naciśnięty, mamy Twoją wiadomość. Aby ją zobaczyć, wpisz jeszcze raz swoje osiem słów.
talk-kept-label = Twój tekst
