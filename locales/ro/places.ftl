# Days, times and dates, as every page writes them.
day-mon = luni
day-tue = marți
day-wed = miercuri
day-thu = joi
day-fri = vineri
day-sat = sâmbătă
day-sun = duminică
# From one day to a later day of the week.
day-range = de { $first } până { $last }
# Between days, services or languages in a list; with the space that follows.
list-separator = { ", " }
# Twenty-four hours, as Romanian readers write them.
time-whole =
    { $hour ->
        [0] miezul nopții
       *[other] { $hour }:00
    }
time-minutes = { $hour }:{ $minute }
date-full =
    { $day } { $month ->
        [1] ianuarie
        [2] februarie
        [3] martie
        [4] aprilie
        [5] mai
        [6] iunie
        [7] iulie
        [8] august
        [9] septembrie
        [10] octombrie
        [11] noiembrie
       *[12] decembrie
    } { $year }
date-month =
    { $month ->
        [1] ianuarie
        [2] februarie
        [3] martie
        [4] aprilie
        [5] mai
        [6] iunie
        [7] iulie
        [8] august
        [9] septembrie
        [10] octombrie
        [11] noiembrie
       *[12] decembrie
    } { $year }

# A card: one service, how to reach it and what is known about it.
# What nobody could confirm.
unknown = Încă neconfirmat
# Opens the rest of a card.
card-more = Detalii
number-label = Număr
hours-label = Program
hours-always = Zi și noapte, în fiecare zi
hours-span = { $days }, de la { $from } la { $to }
languages-spoken = Limbi
sign-language = Limbajul semnelor britanic (BSL)
sign-language-yes = Da
# $how is the name of a service.
sign-language-by = Da, prin { $how }
cost-label = Cost
cost-free = Gratuit
cost-free-text = SMS-ul este gratuit
cost-normal = Costă cât un apel obișnuit în Regatul Unit
cost-paid-text = Nu este gratuit
calls-note = Un apel rămâne în lista de apeluri din telefon. Poate apărea pe factură.
stays-label = Ce rămâne
call-stays = Rămâne în lista de apeluri din telefon.
text-stays = Rămâne în mesajele din telefon.
email-stays = Rămâne în contul tău de e-mail.
web-stays = Alt site. Adresa lui rămâne în istoricul tău.
ask-elsewhere = O linie de ajutor îți poate spune cum ajungi la acest serviciu.
checked-label = Verificare
checked-published = Comparat pe { $date } cu pagini publicate.
checked-called = Am sunat pe { $date }.
source-label = Sursa:
source-undated = fără dată

# Where a text comes from, and whose it is.
page-checked = Ultima dată am comparat această pagină cu sursele ei pe { $date }.
translated-checked = Un program de calculator a făcut această traducere. O persoană a verificat-o.
written-checked = Un program de calculator a ajutat la scrierea acestei pagini. Un specialist a verificat-o.
not-translated = Această pagină nu este încă în limba ta. Iat-o în engleză.
text-not-translated = în engleză
more-label = Mai multe de citit

# The page of languages.
languages-summary = Toate paginile sunt în fiecare dintre aceste limbi. Poți schimba limba în partea de sus a fiecărei pagini.
languages-source = Toate paginile sunt scrise întâi în această limbă. Un program de calculator a ajutat la scrierea lor.
languages-machine = Un program de calculator a făcut toate traducerile. Niciun om nu le-a verificat încă.
languages-mixed =
    { $checked ->
        [one] O persoană a verificat { $checked } pagină din { $all }.
        [few] O persoană a verificat { $checked } pagini din { $all }.
       *[other] O persoană a verificat { $checked } de pagini din { $all }.
    } Un program de calculator le-a făcut pe celelalte.
languages-checked = O persoană a verificat toate paginile.
languages-missing =
    { $missing ->
        [one] { $missing } pagină nu este încă tradusă. Ea apare în engleză.
        [few] { $missing } pagini nu sunt încă traduse. Ele apar în engleză.
       *[other] { $missing } de pagini nu sunt încă traduse. Ele apar în engleză.
    }
languages-mistake = Dacă unele cuvinte sunt greșite sau greu de înțeles, poți citi pagina în engleză.
