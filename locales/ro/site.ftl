# What stands on every page. Neutral where it may be seen outside the page's body.
site-name = Quietdoor
skip-to-content = Mergi la textul principal
leave = Ieși din pagină
# $host is where the exit leads, such as bbc.co.uk.
leave-where = Deschide { $host }. Nu îți șterge istoricul.
emergency-label = În pericol acum?
emergency-call = Sună la 999
emergency-silent = Nu poți vorbi? Sună la 999 de pe mobil. Ascultă. Tușește sau bate ușor în telefon, dacă poți. Apasă 55 când ți se cere.
emergency-location = 55 nu arată poliției unde ești.
menu-label = Pagini
menu-read = Citește
menu-tell = Scrie-ne
menu-reply = Revino
# Until a team reads what is sent.
trial-heading = Acest site este deocamdată doar în probă.
trial-text = Nimeni nu citește ce trimiți. Dacă ești în pericol, sună la 999.
# A number to call follows.
trial-call = Linie de ajutor gratuită, zi și noapte:
# The first page's buttons.
door-tell = Spune-ne ce se întâmplă
door-read = Alege ce vrei să citești
door-reply = Revino pentru un răspuns
languages-label = Limbi
languages-title = Limbi
languages-heading = Alege o limbă
translated-by-machine = Un program de calculator a făcut această traducere. Niciun om nu a verificat-o încă.
translated-see-english = Citește în engleză
written-by-machine = Un program de calculator a ajutat la scrierea acestei pagini. Niciun specialist nu a verificat-o încă.
footer-privacy = Datele tale
footer-accessibility = Accesibilitate
footer-languages = Limbi

# When something is not right. Each says what to do next.
error-help = Dacă ești în pericol, sună la 999. Poți merge și la lista de locuri care ajută.
error-help-link = Locuri care ajută
error-home-link = Mergi la prima pagină
not-found-title = Pagina nu este aici
not-found-heading = Această pagină nu este aici
not-found-text = Poate că adresa este greșită sau pagina s-a mutat.
method-title = Nu merge așa
method-heading = Această pagină nu se poate folosi așa
method-text = Te rugăm să mergi înapoi la prima pagină și să încerci din nou de acolo.
fault-title = Ceva nu a mers
fault-heading = Ceva nu a mers aici
fault-text = E greșeala noastră, nu a ta. Te rugăm să încerci din nou peste câteva minute.
away-title = Acum nu se poate
away-heading = Nu putem primi asta chiar acum
away-text = Poți citi. Acum însă nu ne poți scrie. Te rugăm să încerci din nou peste câteva minute.
