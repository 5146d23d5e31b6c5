# Days, times and dates, as every page writes them.
day-mon = poniedziałek
day-tue = wtorek
day-wed = środa
day-thu = czwartek
day-fri = piątek
day-sat = sobota
day-sun = niedziela
# From one day to a later day of the week. A dash, because "od … do …" would need other forms of the days.
day-range = { $first }–{ $last }
# Between days, services or languages in a list; with the space that follows.
list-separator = { ", " }
# Twenty-four hours, as Polish readers write them.
time-whole =
    { $hour ->
        [0] 0:00 (północ)
       *[other] { $hour }:00
    }
time-minutes = { $hour }:{ $minute }
date-full =
    { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    } { $year }
date-month =
    { $month ->
        [1] styczeń
        [2] luty
        [3] marzec
        [4] kwiecień
        [5] maj
        [6] czerwiec
        [7] lipiec
        [8] sierpień
        [9] wrzesień
        [10] październik
        [11] listopad
       *[12] grudzień
    } { $year }

# A card: one service, how to reach it and what is known about it.
# What nobody could confirm.
unknown = Jeszcze niepotwierdzone
# Opens the rest of a card.
card-more = Szczegóły
number-label = Numer
hours-label = Czynne
hours-always = W dzień i w nocy, codziennie
hours-span = { $days }, od { $from } do { $to }
languages-spoken = Języki
sign-language = Brytyjski język migowy (BSL)
sign-language-yes = Tak
# $how is the name of a service.
sign-language-by = Tak, przez { $how }
cost-label = Koszt
cost-free = Bezpłatnie
cost-free-text = SMS jest bezpłatny
cost-normal = Płatne jak zwykłe połączenie brytyjskie
cost-paid-text = Płatne
calls-note = Połączenie zostaje na liście połączeń w Twoim telefonie. Może też być na rachunku.
stays-label = Co zostaje
call-stays = Połączenie zostaje na liście połączeń w Twoim telefonie.
text-stays = SMS zostaje w wiadomościach w Twoim telefonie.
email-stays = E-mail zostaje na Twoim koncie e-mail.
web-stays = To inna strona internetowa. Jej adres zostaje w Twojej historii.
ask-elsewhere = Linia pomocy („helpline”) może Ci powiedzieć, jak skontaktować się z tym miejscem pomocy.
checked-label = Sprawdzono
checked-published = { $date } roku porównaliśmy to z opublikowanymi stronami.
checked-called = Zadzwoniliśmy tam { $date } roku.
source-label = Źródło:
source-undated = bez daty

# Where a text comes from, and whose it is.
page-checked = Ostatnio porównaliśmy tę stronę z jej źródłami { $date } roku.
translated-checked = To tłumaczenie zrobiła maszyna. Sprawdził je człowiek.
written-checked = Tę stronę pomogła napisać maszyna. Sprawdził ją specjalista.
not-translated = Tej strony nie ma jeszcze w Twoim języku. Tutaj jest po angielsku.
text-not-translated = po angielsku
more-label = Czytaj więcej

# The page of languages.
languages-summary = Wszystkie strony są w każdym z tych języków. Język możesz zmienić u góry każdej strony.
languages-source = Wszystkie strony powstają najpierw w tym języku. Pomogła je napisać maszyna.
languages-machine = Wszystkie tłumaczenia zrobiła maszyna. Nie sprawdził ich jeszcze żaden człowiek.
languages-mixed =
    { $checked ->
        [one] Człowiek sprawdził { $checked } stronę z { $all }.
        [few] Człowiek sprawdził { $checked } strony z { $all }.
        [many] Człowiek sprawdził { $checked } stron z { $all }.
       *[other] Człowiek sprawdził { $checked } strony z { $all }.
    } Resztę zrobiła maszyna.
languages-checked = Człowiek sprawdził wszystkie strony.
languages-missing =
    { $missing ->
        [one] { $missing } strona nie jest jeszcze przetłumaczona. Widać ją po angielsku.
        [few] { $missing } strony nie są jeszcze przetłumaczone. Widać je po angielsku.
        [many] { $missing } stron nie jest jeszcze przetłumaczonych. Widać je po angielsku.
       *[other] { $missing } strony nie jest jeszcze przetłumaczone. Widać je po angielsku.
    }
languages-mistake = Jeśli słowa są błędne lub trudne do zrozumienia, możesz przeczytać tę stronę po angielsku.
