# Telling. The one who does it is the unspoken subject; "persoana" is the one somebody worries about. Titles are seen
# in a browser's history: neutral.
tell-title = Întrebări
tell-progress = Pagina { $number } din aproximativ { $of }
tell-go-on = Continuă
tell-go-back = Înapoi
tell-go-check = Înapoi la toate răspunsurile mele
tell-language-label = Citește această pagină în altă limbă. Ce ai scris se păstrează.
tell-danger = În pericol acum? Sună la 999
tell-optional = Nu e nevoie să răspunzi.

# What keeps an answer from going on. Each says what to do.
tell-summary = Te rugăm să te mai uiți o dată la asta
error-nothing-told = Scrie ceva aici sau mergi înapoi și bifează ce se întâmplă.
error-too-long = Textul este prea lung. Litere scrise: { $typed }. Putem primi cel mult: { $limit }. Ce ai scris este încă aici.
error-cut = Textul este prea lung. Putem primi cel mult atâtea litere: { $limit }. Am păstrat numai începutul. Litere păstrate: { $kept }.
error-not-offered = Te rugăm să alegi unul dintre răspunsurile de aici.
error-number-missing = Scrie numărul de telefon sau mergi înapoi și alege altă cale.
error-number-wrong = Acesta nu poate fi un număr de telefon. Verifică cifrele.
error-address-missing = Scrie adresa de e-mail sau mergi înapoi și alege altă cale.
error-address-wrong = Aceasta nu poate fi o adresă de e-mail. Ar trebui să arate ca nume@example.org.
error-days-missing = Bifează cel puțin o zi. Dacă nicio zi nu este sigură, mergi înapoi și alege să citești răspunsul nostru aici.
error-hour-missing = Alege o oră.
error-hours-same = Sfârșitul este la aceeași oră ca începutul. Alege altă oră pentru sfârșit.
error-language-missing = Scrie numele limbii.

# Notices over a question.
notice-away = Nu putem primi asta chiar acum. Ce ai scris este încă pe această pagină. Te rugăm să apeși din nou butonul peste câteva minute.
notice-held = Locul unde păstrăm mesajele nu răspunde acum. Ce ai scris se păstrează 30 de minute. Poți continua.
notice-foreign = Mesajul a venit la noi de pe alt site, așa că încă nu l-am folosit. Dacă l-ai scris tu, verifică-l și apasă din nou butonul.
notice-broken = O parte din text nu a ajuns așa cum ai scris-o. Te rugăm să verifici textul și să apeși din nou butonul.
notice-expired = Au trecut mai mult de 30 de minute, așa că am șters răspunsurile tale de mai devreme. Ce ai scris ultima dată este încă aici. Poți continua cu asta.
notice-unchosen = Nu ai ales nimic. Dacă mergi mai departe acum, te întrebăm despre tine. Poți alege și alt răspuns.
lines-lead = Dacă ești în pericol, sună la 999. La aceste numere răspunde cineva zi și noapte:
lines-stay = Apelul rămâne în lista de apeluri a telefonului.

# Safe now.
safe-heading = Ești în siguranță chiar acum?
safe-before = Bine de știut înainte să începi
safe-lead = Ne poți spune ce se întâmplă, pas cu pas. Nu e nevoie să îți spui numele. Te poți opri oricând.
safe-reads = Mesajul este citit de oameni pregătiți. Pot trece ore până atunci. În caz de pericol, sună la 999.
safe-shares = Dacă o viață sau un copil este în pericol, ei pot fi nevoiți să spună altora, chiar dacă tu spui „nu”.
safe-steps-link = Ce se întâmplă când ne scrii
safe-devices-link = Folosește telefonul mai în siguranță
safe-screen = Poate cineva să vadă acest ecran sau să verifice acest telefon ori calculator? Atunci folosește altul, dacă poți.
safe-back = Ca să mergi înapoi, folosește „Înapoi” din pagină. Cu săgeata telefonului sau a browserului se poate pierde ce ai scris.
safe-time = Ce scrii așteaptă aici cel mult 30 de minute. Apoi dispare.
safe-yes = Da, deocamdată sunt în siguranță
safe-no = Nu, sunt în pericol
safe-not-said = Nu știu sigur sau nu vreau să spun

# The page for somebody in danger.
danger-heading = Cere ajutor acum
danger-call = Sună la 999 și cere poliția („police”).
danger-text-button = Trimite SMS la 999
danger-text-who = Doar dacă acest telefon este înregistrat
danger-bsl-who = Apel video în limbajul semnelor britanic
danger-silent-heading = Dacă nu poți vorbi
danger-silent-call = Sună la 999 de pe un telefon mobil.
danger-silent-listen = Ascultă. Tușește sau bate ușor în telefon, dacă poți.
danger-silent-press = Apasă 55 când ți se cere. Apoi ascultă din nou.
danger-silent-limits = 55 nu arată poliției unde ești. Dacă doar suni și taci, asta nu aduce ajutor: apasă 55 când ți se cere.
danger-deaf-heading = Dacă nu poți auzi sau nu poți vorbi la telefon
danger-text = Trimite SMS la 999. Merge doar dacă telefonul tău este înregistrat. Ca să îl înregistrezi, trimite la 999 un SMS cu cuvântul „register” și fă ce spune răspunsul. Doar un răspuns îți arată că SMS-ul tău a ajuns.
danger-bsl = Folosește 999 BSL, în aplicație sau pe site. Un interpret de limbajul semnelor britanic vorbește cu poliția pentru tine.
danger-not-us = Nu ne aștepta pe noi. S-ar putea să îți citim răspunsurile abia mai târziu.
danger-on = Continuă cu întrebările

# For whom.
who-heading = Despre cine scrii?
who-me = Despre mine
who-someone = Despre cineva pentru care îmi fac griji
who-work = Despre o persoană cunoscută prin munca mea
who-work-hint = De exemplu, lucrezi într-o școală, într-un spital, în asistență socială sau dai o locuință cu chirie.

# Somebody who worries.
someone-heading = Despre tine și despre persoană
someone-lead = „Persoana” este cea pentru care îți faci griji. Nu e nevoie să răspunzi la niciuna dintre aceste întrebări.
tie-question = Cine este persoana pentru tine?
tie-family = Cineva din familia mea
tie-friend = Cineva dintre prieteni
tie-neighbour = Cineva dintre vecini
tie-work = Cineva de la muncă, de la școală sau de la un club
tie-other = Altcineva
how-question = De unde știi ce se întâmplă?
how-hint = Bifează tot ce este adevărat.
how-saw = Am văzut sau am auzit eu
how-told = Mi-a spus persoana
how-heard = Mi-a spus altcineva
aware-question = Știe persoana că ne scrii?
effect-question = Dacă cineva ia legătura, ar putea fi mai rău pentru persoană?
home-question = Locuiesc copii în casă?
answer-yes = Da
answer-no = Nu
answer-unsure = Nu știu

# Telling as a part of work.
work-heading = Despre munca ta
work-lead = Nu scrie ce nu ai voie să dai mai departe. Nu e nevoie să răspunzi la niciuna dintre aceste întrebări.
place-label = Unde lucrezi?
place-hint = De exemplu numele școlii, al cabinetului medical sau al organizației de caritate.
part-label = Ce faci acolo?
agreed-question = A fost persoana de acord să ne spui?
basis-label = Dacă persoana nu a fost de acord: de ce ai voie să ne spui?
basis-hint = De exemplu temeiul tău legal („lawful basis”) sau faptul că un copil ori un adult este în pericol.

# What happens: three lists.
signs-heading = Ce îți face?
signs-heading-other = Ce îi face persoanei?
signs-lead = Bifează tot ce se întâmplă, acum sau înainte. Nu e nevoie să bifezi nimic. Este vorba de oricine face asta: soț, soție, iubit, iubită, fost partener, fostă parteneră, cineva din familia ta sau altcineva.
signs-lead-other = Bifează tot ce știi. Nu e nevoie să bifezi nimic. Este vorba de oricine face asta: soț, soție, iubit, iubită, fost partener, fostă parteneră, cineva din familie sau altcineva.
signs-control = Viața de zi cu zi
signs-following = Urmărire și contact
signs-children = Copii și familie
signs-danger = Rău făcut și pericol

sign-phone = Îți verifică telefonul, mesajele, e-mailurile sau scrisorile.
sign-phone-other = Verifică telefonul, mesajele, e-mailurile sau scrisorile persoanei.
sign-money = Îți ia banii, nu te lasă să ai bani sau te pune să explici ce cheltuiești.
sign-money-other = Îi ia persoanei banii, nu o lasă să aibă bani sau o întreabă de tot ce cheltuiește.
sign-apart = Te ține departe de prieteni sau de familie.
sign-apart-other = Ține persoana departe de prieteni sau de familie.
sign-rules = Hotărăște cu ce te îmbraci, ce mănânci, când dormi sau unde mergi.
sign-rules-other = Hotărăște cu ce se îmbracă persoana, ce mănâncă, când doarme sau unde merge.
sign-work = Nu te lasă să lucrezi sau să înveți.
sign-work-other = Nu lasă persoana să lucreze sau să învețe.
sign-papers = Îți ține pașaportul sau actele ori spune că va trebui să pleci din țară.
sign-papers-other = Îi ține persoanei pașaportul sau actele ori îi spune că va trebui să plece din țară.
sign-put-down = Te umilește sau spune că ai înnebunit ori că ți se pare.
sign-put-down-other = Umilește persoana sau îi spune că a înnebunit ori că i se pare.
sign-children-used = Se folosește de copiii tăi împotriva ta sau le spune minciuni despre tine.
sign-children-used-other = Se folosește de copii împotriva persoanei sau le spune copiilor minciuni.
sign-sexual = Te obligă să faci lucruri sexuale pe care nu le vrei.
sign-sexual-other = Obligă persoana să facă lucruri sexuale pe care nu le vrea.
sign-pictures = Arată altora poze intime cu tine sau spune că va face asta.
sign-pictures-other = Arată altora poze intime cu persoana sau spune că va face asta.
sign-family = Spune că faci familia de rușine sau încearcă să te oblige să te căsătorești.
sign-family-other = Îi spune persoanei că face familia de rușine sau încearcă să o oblige să se căsătorească.
sign-care = Nu îți dă îngrijirea, medicamentele sau alt ajutor de care ai nevoie.
sign-care-other = Nu îi dă persoanei îngrijirea, medicamentele sau alt ajutor.

sign-followed = Te urmărește sau apare acolo unde ești.
sign-followed-other = Urmărește persoana sau apare acolo unde este ea.
sign-unwanted = Sună, scrie sau trimite lucruri iar și iar, deși tu nu vrei.
sign-unwanted-other = Sună, scrie sau trimite lucruri iar și iar, deși persoana nu vrea.
sign-watched = Îți supraveghează casa ori locul unde lucrezi sau înveți.
sign-watched-other = Supraveghează casa persoanei ori locul unde ea lucrează sau învață.
sign-whereabouts = Știe unde ești când nu ar trebui să știe sau ai găsit un localizator (aparat mic care arată unde ești).
sign-whereabouts-other = Știe unde este persoana când nu ar trebui să știe sau există un localizator (aparat mic care arată unde este).
sign-accounts = Îți citește conturile, face conturi false sau pune pe internet lucruri despre tine.
sign-accounts-other = Citește conturile persoanei, face conturi false sau pune pe internet lucruri despre ea.
sign-others = Pune alți oameni să te caute sau să te supravegheze.
sign-others-other = Pune alți oameni să caute persoana sau să o supravegheze.
sign-after = A început sau a continuat după ce v-ați despărțit.
sign-after-other = A început sau a continuat după ce persoana s-a despărțit de cine face asta.

sign-hurt = Îți face rău fizic, de exemplu te lovește, te împinge sau îți dă cu piciorul.
sign-hurt-other = Îi face persoanei rău fizic, de exemplu o lovește, o împinge sau îi dă cu piciorul.
sign-neck = Îți pune mâinile pe gât, te strânge de gât sau nu te lasă să respiri.
sign-neck-other = Îi pune persoanei mâinile pe gât, o strânge de gât sau nu o lasă să respire.
sign-weapon = Are o armă (poate fi și un cuțit), o folosește sau spune că o va folosi.
sign-weapon-other = Are o armă (poate fi și un cuțit), o folosește sau spune că o va folosi.
sign-threat = Spune că te va omorî pe tine sau pe altcineva.
sign-threat-other = Spune că va omorî persoana sau pe altcineva.
sign-suicide = Spune că se va omorî.
sign-suicide-other = Cine face rău spune că se va omorî.
sign-worse = Se face mai rău sau se întâmplă mai des.
sign-worse-other = Se face mai rău sau se întâmplă mai des.
sign-leaving = Ai plecat de lângă cine face asta sau ai de gând să pleci.
sign-leaving-other = Persoana a plecat de lângă cine face asta sau are de gând să plece.
sign-pregnant = Ești însărcinată sau ai un bebeluș.
sign-pregnant-other = Persoana este însărcinată sau are un bebeluș.
sign-afraid = Te temi că te va răni grav sau că te va omorî.
sign-afraid-other = Tu te temi, sau persoana se teme, că persoana va fi rănită grav sau omorâtă.
sign-order = Un tribunal sau poliția i-a spus să se oprească și nu s-a oprit.
sign-order-other = Cine face rău nu s-a oprit, deși un tribunal sau poliția i-a spus să se oprească.
sign-children-hurt = Le face rău copiilor sau spune că le va face rău.
sign-children-hurt-other = Le face rău copiilor sau spune că le va face rău.
sign-locked-in = Nu te lasă să ieși din casă.
sign-locked-in-other = Nu lasă persoana să iasă din casă.
sign-animals = Le face rău animalelor sau spune că le va face rău.
sign-animals-other = Le face rău animalelor sau spune că le va face rău.

# Own words.
words-heading = Spune-ne mai mult, cu vorbele tale
words-lead = Poți scrie în orice limbă. Poți scrie puțin sau mult. Poți lăsa gol dacă ai bifat ce se întâmplă.
words-lead-other = Scrie ce ai văzut sau ai auzit și când. Poți scrie în orice limbă. Poți lăsa gol dacă ai bifat ce se întâmplă.
words-names = Nu e nevoie să spui nume sau locuri. Dar fără ele nu putem găsi pe nimeni.
words-label = Ce se întâmplă?

# How to answer.
way-heading = Cum îți putem răspunde?
way-lead = Dacă nu alegi nimic, citești răspunsul nostru aici.
way-here = Revin pe acest site
way-here-hint = Nu te sunăm și nu îți scriem. Primești opt cuvinte. Cu ele citești răspunsul nostru aici.
way-phone = Sunați-mă
way-phone-hint = Alege asta doar dacă nimeni altcineva nu răspunde la acest telefon și nu se uită în el. Apelul rămâne în lista lui.
way-email = Scrieți-mi un e-mail
way-email-hint = Alege asta doar dacă nimeni altcineva nu îți poate citi e-mailurile.

reach-heading-phone = Când e sigur să te sunăm?
reach-heading-email = Când e sigur să îți scriem un e-mail?
reach-lead = Te sunăm sau îți scriem doar atunci. Primești și opt cuvinte. Cu ele ne poți spune mai târziu că s-a schimbat ceva. Dacă o viață sau un copil este în pericol, poliția sau serviciile sociale pentru copii te pot contacta și altfel.
line-label = Numărul de telefon
post-label = Adresa de e-mail
days-label = În ce zile?
days-hint = Bifează toate zilele sigure.
from-label = De la
to-label = Până la
hours-label-between = Între ce ore?
times-all-day = { $days }, la orice oră din zi și din noapte
times-over-midnight = { $days }, de la { $from } până la { $to } în ziua următoare
hour-choose = Alege
tape-question = Putem lăsa un mesaj, dacă nu răspunde nimeni?
tape-yes = Da, un mesaj este sigur
tape-no = Niciun mesaj
ask-label-phone = Ce nume putem cere sau spune la telefon?
ask-label-email = Pe ce nume îți putem scrie?
ask-hint = Poate fi orice nume. Nu e nevoie să dai unul.
until-question = Cât timp este sigur așa?
until-week = O săptămână
until-month = O lună
until-open = Până când spun altceva

# Language.
language-heading = Ce limbă să folosim?
language-question = Răspundeți-mi în
language-other = Altă limbă
language-other-label = Dacă e altă limbă: care?
between-question = Vrei un interpret?
between-no = Nu
between-spoken = Da, pentru o limbă vorbită
between-signed = Da, pentru limbajul semnelor

# Check and send.
check-heading = Verifică ce spui
check-lead = Încă nu s-a trimis nimic. Poți schimba totul.
check-change = Schimbă
check-safe = În siguranță chiar acum
check-who = Despre cine scrii
check-signs = Ce face
check-words = Cu vorbele tale
check-way = Cum răspundem
check-when = Când e sigur
check-language = Limba
check-between = Interpret
check-nothing = Nu ai spus nimic
check-message = Mesaj la telefon
check-name = Nume
check-send-lead = Când apeși butonul, echipa noastră primește asta. Nu mai poți lua înapoi ce ai trimis. Poți scrie mai mult după aceea.
check-send = Trimite

# Sent.
sent-title = O listă
sent-heading = Am primit. Păstrează aceste cuvinte
sent-lead = Arată ca o listă de cumpărături. Cu ele revii ca să citești răspunsul nostru și să scrii din nou.
sent-keep-heading = Ce să faci cu aceste cuvinte
sent-keep-paper = Scrie-le ca pe o listă sau învață-le. Păstrează ordinea.
sent-keep-photo = O poză sau o poză a ecranului („screenshot”) se poate copia pe alt telefon sau calculator.
sent-keep-lost = Dacă le pierzi, nimeni nu le poate găsi din nou. Poți oricând să ne scrii din nou.
sent-keep-found = Cine are cuvintele poate citi răspunsurile noastre și ce scrii tu după ce revii. Poate și să ne scrie în numele tău. Nu spune nimic despre cuvinte cui nu trebuie să știe.
sent-once = Această pagină se arată o singură dată.
sent-next-heading = Ce se întâmplă acum
sent-within-1 = O persoană pregătită citește ce ai scris. Ne propunem să facem asta în cel mult 1 oră.
sent-within-2 = O persoană pregătită citește ce ai scris. Ne propunem să facem asta în cel mult 4 ore.
sent-within-3 = O persoană pregătită citește ce ai scris. Ne propunem să facem asta în cel mult 24 de ore.
sent-within-4 = O persoană pregătită citește ce ai scris. Ne propunem să facem asta în cel mult 3 zile.
sent-answer = Apoi găsești răspunsul nostru pe pagina „Revino cu cuvintele tale”.
sent-answer-chosen = Apoi îți răspundem în felul pe care l-ai ales.
sent-call = Apoi te sunăm, dar numai atunci: { $when }.
sent-call-name = La telefon folosim numele { $name }.
sent-call-message = Dacă nu răspunde nimeni, putem lăsa un mesaj.
sent-call-no-message = Nu lăsăm niciun mesaj.
sent-mail = Apoi îți scriem un e-mail, dar numai atunci: { $when }.
sent-mail-name = În e-mail folosim numele { $name }.
sent-words-too = Poți reveni aici și cu cuvintele tale. Scrie-ne dacă această cale nu mai este sigură.
sent-danger = Dacă ești în pericol înainte de asta, sună la 999. Nu ne aștepta pe noi.
sent-leave = Când termini, folosește „Ieși din pagină”, sus.

# Pages instead of a question.
gone-title = Pagina nu mai este aici
gone-heading = Această pagină a fost deja arătată
gone-text = Fiecare pagină cu întrebări se arată o singură dată. Așa e mai greu ca cineva să se întoarcă și să citească ce ai scris.
gone-sent = Dacă ai apăsat „Trimite”, ce ai scris a ajuns la noi.
gone-without-words = Dacă nu ai văzut cele opt cuvinte, nimeni nu le mai poate arăta. Dacă ai spus că te putem suna sau îți putem scrie un e-mail, o facem în continuare. Poți și să ne scrii din nou. Spune atunci că ai mai scris.
gone-begin = Începe din nou
gone-reply = Am opt cuvinte
expired-title = Timpul a trecut
expired-heading = Răspunsurile tale nu mai sunt aici
expired-text = Au trecut mai mult de 30 de minute sau le-ai trimis deja. Ce ai trimis este la noi. Ce nu a fost trimis s-a șters. Poți începe din nou. Dacă ai opt cuvinte, le poți folosi.
lost-title = Te rugăm să începi din nou
lost-heading = Nu cunoaștem această pagină
lost-text = Ceva din pagină s-a schimbat pe drum. Nu s-a trimis nimic. Te rugăm să începi din nou.
wait-title = O clipă
wait-heading = Te rugăm să aștepți puțin
wait-text = Scriu mulți oameni în același timp. Ce ai scris se păstrează pe această pagină.
wait-when =
    { $seconds ->
        [one] Așteaptă { $seconds } secundă. Apoi apasă butonul.
        [few] Așteaptă { $seconds } secunde. Apoi apasă butonul.
       *[other] Așteaptă { $seconds } de secunde. Apoi apasă butonul.
    }
wait-again = Încearcă din nou
away-retry = Încearcă din nou
fault-kept = E greșeala noastră, nu a ta. Ce ai scris este încă pe această pagină. Te rugăm să apeși din nou butonul peste câteva minute.
