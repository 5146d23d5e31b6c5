# Coming back with the eight words. Titles are neutral.
reply-title = Revino
reply-heading = Revino cu cuvintele tale
reply-lead = Când ne-ai scris, ai primit opt cuvinte. Arată ca o listă de cumpărături.
reply-label = Cele opt cuvinte ale tale
reply-hint = Scrie-le în aceeași ordine, în orice limbă a acestui site. Literele mari și semnele de pe litere nu contează.
reply-open = Continuă
reply-lost = Dacă ai pierdut cuvintele, nimeni nu le poate găsi din nou. Poți să ne scrii din nou.
reply-begin = Scrie-ne

error-code-count =
    { $count ->
        [0] Scrie cele opt cuvinte ale tale.
        [one] Aici este { $count } cuvânt. E nevoie de opt.
        [few] Aici sunt { $count } cuvinte. E nevoie de opt.
       *[other] Aici sunt { $count } de cuvinte. E nevoie de opt.
    }
error-code-word = Verifică cuvântul numărul { $place }. Nu îl cunoaștem. Ce ai scris este încă aici.
error-code-unknown = Nu am găsit nimic cu aceste cuvinte. Verifică fiecare cuvânt și ordinea lor. Ce ai scris este încă aici.

talk-title = Mesaje
talk-heading = Mesaje
talk-none = Nu este încă niciun răspuns.
talk-by = Ne propunem să citim ce ai scris până la { $when }.
talk-answered = Poți scrie din nou oricând.
talk-closed = Am închis acest caz. Dacă scrii din nou, îl deschidem din nou.
talk-you = Tu
talk-team = Echipa
# $date as in "22 noiembrie 2026", $time as in "14:05".
talk-when = { $date }, { $time }
talk-write-heading = Scrie-ne
talk-label = Mesajul tău
talk-hint = Poți scrie în orice limbă. Poți spune și că un telefon sau o oră nu mai este sigură.
talk-safe = Ești în siguranță chiar acum?
talk-safe-yes = Da, deocamdată
talk-safe-no = Nu
talk-send = Trimite
talk-sent = Am primit mesajul tău.
talk-sent-again = Poți reveni cu aceleași opt cuvinte.
talk-danger = Dacă ești în pericol, sună la 999. Nu ne aștepta pe noi.
talk-leave = Când termini, folosește „Ieși din pagină”, sus.
error-message-missing = Scrie întâi ceva.
talk-expired = Au trecut mai mult de 30 de minute. Te rugăm să scrii din nou cele opt cuvinte. Ce ai scris este încă aici, mai jos.
talk-often = Ai scris foarte des astăzi. Ce ai scris este încă aici. Te rugăm să aștepți 15 minute. Apoi apasă butonul.
gone-talk = Dacă ai apăsat „Trimite”, mesajul tău a ajuns la noi. Ca să îl vezi, scrie din nou cele opt cuvinte.
talk-kept-label = Ce ai scris
