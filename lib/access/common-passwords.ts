/**
 * What people choose first: the words that lead every published count of leaked passwords (names, sports,
 * animals, love, keyboards), written down from general knowledge. `password.ts` takes off digits and
 * signs around them and reads "p@ssw0rd" as "password", so that each word stands for hundreds.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
password passwords passwort passcode passphrase passw passwd pass pwd parole motdepasse contrasena contraseña senha
wachtwoord haslo heslo salasana sifre parola mypassword thepassword yourpassword newpassword oldpassword passpass
changeme changeit change letmein letmeinnow letmeinplease openup opensesame sesame secret secrets topsecret mysecret
welcome welcomehome welcomeback hello hellohello helloworld hellokitty goodbye goodmorning goodnight default guest
admin administrator adminadmin root rootroot toor superuser sysadmin system manager master masterkey supervisor
operator service support user username login signin signup logon access account testing test testtest tester testuser
testpassword demo demodemo sample example temp temporary temppass initial trustno trustnoone nothing none blank empty
qwerty qwertyuiop qwertyui qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl asdfasdf zxcvbn zxcvbnm zxcvbnmasdf
qazwsx qazwsxedc qazwsxedcrfv qweasd qweasdzxc qwerasdf qweqwe qweewq qwaszx asdzxc zaqwsx zaqxsw poiuytrewq
mnbvcxz lkjhgfdsa abcabc abcdef abcdefg abcdefgh abcdefghi abcdefghij aaaaaa xxxxxx zzzzzz
iloveyou iloveyoubaby iloveyousomuch iloveyouforever iloveyoutoo iloveu iloveme ilovehim iloveher ilovegod ilovejesus
ilovemymom ilovemylife ilovemyself ilovemyfamily ilovemusic ilovemydog ilovemycat loveyou lovelove loveme loveyouall
lovely lover lovers loverboy lovergirl loveisall truelove mylove onelove love forever foreverlove foreverandever
always alwaysandforever together sweetheart sweet sweetie sweetness sweetpea sweety honey honeybee honeybunny baby
babyboy babygirl babygirls babydoll babyblue babylove darling dearest princess prince queen king kingdom kings queenbee
angel angels angelbaby angelica angelina beautiful beauty pretty prettygirl gorgeous handsome cutie cutiepie cute
sexy sexygirl sexyboy sexything hottie hotstuff playboy playgirl badboy badgirl goodgirl goodboy bigboy biggirl
sunshine sunshines sunflower sunny moonlight moon moonshine starlight stars star shooting rainbow rainbows butterfly
butterflies flower flowers flowerpower rose roses rosebud daisy lily violet jasmine orchid tulip lavender cherry
summer summertime winter autumn spring january february march april may june july august september october november
december monday tuesday wednesday thursday friday saturday sunday weekend holiday holidays vacation birthday
happybirthday christmas merrychristmas newyear halloween easter valentine family familyfirst mother father mommy daddy
mummy mama papa mom dad sister brother brothers sisters grandma grandpa children friends friend friendship bestfriend
bestfriends friendsforever bff wife husband marriage married wedding
dragon dragons dragonfly dragonball dragonballz dragonfire monkey monkeys monkeyboy funkymonkey tiger tigers tigger
lion lions lionking panther panthers eagle eagles falcon falcons hawk hawks bear bears wolf wolves wolfpack fox foxy
horse horses ponies pony unicorn unicorns dolphin dolphins shark sharks turtle turtles elephant giraffe penguin penguins
panda pandas rabbit bunny kitten kittens kitty kittycat cat cats catdog doggy doggie dog dogs puppy puppies puppylove
hamster mouse mickey mickeymouse minnie minniemouse donald donaldduck goofy pluto tweety tweetybird scooby scoobydoo
snoopy garfield pikachu pokemon charizard mewtwo digimon naruto sasuke goku vegeta sonic mario supermario luigi zelda
link yoshi kirby minecraft fortnite roblox callofduty counterstrike halflife warcraft worldofwarcraft starcraft diablo
leagueoflegends dota overwatch pubg valorant amongus gta skyrim fallout assassin halo xbox playstation nintendo gamer
gameover gaming gameboy player playerone
superman batman spiderman ironman hulk thor captain captainamerica wolverine deadpool joker catwoman wonderwoman
superstar superhero superwoman supergirl avengers avenger marvel transformers terminator matrix neo trinity morpheus
starwars skywalker lukeskywalker darthvader vader yoda jedi masteryoda anakin hansolo chewbacca stormtrooper startrek
enterprise spock kirk picard voyager stargate harrypotter potter hermione dumbledore hogwarts gryffindor slytherin
voldemort lordoftherings gandalf frodo legolas aragorn bilbo gollum hobbit sauron mordor twilight edward bella
gameofthrones winteriscoming jonsnow daenerys khaleesi narnia disney disneyland frozen elsa anna ariel simba nemo
findingnemo shrek simpson simpsons homer bart southpark cartman spongebob patrick squidward familyguy stewie
football footballer soccer baseball basketball volleyball softball hockey icehockey tennis golf golfer cricket rugby
swimming swimmer boxing wrestling wrestler skating skateboard skater surfing surfer snowboard skiing running runner
cycling bicycle fishing hunting hunter dancing dancer cheer cheerleader gymnast karate ninja samurai champion champions
winner winners winning victory athlete coach sports sport goal goalkeeper
liverpool liverpoolfc arsenal chelsea chelseafc manchester manchesterunited manunited mancity tottenham everton
newcastle celtic rangers barcelona barca realmadrid madrid juventus milan acmilan inter bayern dortmund ajax benfica
porto sporting boca riverplate flamengo corinthians palmeiras santos messi ronaldo cristiano cristianoronaldo neymar
beckham zidane ronaldinho maradona pele lakers celtics bulls chicagobulls spurs knicks heat warriors yankees redsox
dodgers giants mets braves cubs cowboys dallascowboys steelers packers patriots broncos raiders redskins dolphinsfan
chargers ravens bengals browns titans jaguars colts texans vikings seahawks saints buccaneers cardinals rams
michaeljordan jordan kobe kobebryant lebron lebronjames tigerwoods
michael michelle daniel danielle jessica jennifer ashley amanda nicole joshua andrew matthew anthony christopher
christian christina christine alexander alexandra alexandria alexis alex robert roberto richard ricardo william
williams thomas charles charlie charlotte joseph josephine david davidson james jamesbond johnson john johnny johndoe
jonathan jordan justin justinbieber brandon brian bryan kevin steven stephen stephanie jason jeremy jeffrey gregory
patricia barbara elizabeth victoria veronica vanessa samantha samuel samson sarah rebecca rachel natalie natasha
melissa megan maria mariah marina mario martin martina martinez margaret madison mackenzie lauren laura katherine
kathleen kimberly kelly jasmin isabella gabriel gabriela gabriella fernando fernanda francisco francesco francesca
eduardo diego destiny crystal courtney chelsey cheyenne cassandra carolina caroline carlos cameron brittany benjamin
beatriz austin antonio antonia angela andrea andres alejandro alejandra alberto adrian adriana abigail sophia sophie
olivia oliver hannah emma emily ethan jacob noah liam lucas logan mason tyler taylor taylorswift hunter dakota dylan
zachary vincent valentina valentino tiffany theresa teresa sebastian santiago sabrina rodrigo ricardo rafael
pamela monica miguel mercedes marvin manuel lorenzo leonardo juliana julian juliet jackson isaac hector harold
george georgia gerald frederick felipe eugene dominic dennis deborah claudia chester cecilia caleb bradley arthur
mohammed mohammad muhammad ahmed abdullah ali hassan hussain fatima aisha ibrahim yusuf omar khalid mustafa
ivan dmitri sergey sergei vladimir natalia tatiana olga svetlana anastasia nikita aleksandr andrey maxim marina
priya rahul krishna lakshmi ganesh ganesha sairam shiva omsairam jaimatadi bismillah allah allahuakbar inshallah
mashallah alhamdulillah jesus jesuschrist jesussaves jesuslovesme jesusislord christ church godisgood godislove
godbless godblessme godblessyou lordjesus lord heaven heavenly faith faithful blessed blessing blessings hallelujah
amen praise praisegod prayer bible holyspirit genesis angelsanddemons devil satan lucifer demon hell hellfire
freedom liberty justice peace peaceful peaceandlove hope hopeful dream dreams dreamer dreaming destiny fantasy magic
magical magician wizard witch witchcraft vampire zombie zombies ghost ghosts phantom shadow shadows darkness darkangel
darkknight nightmare midnight night knight thunder lightning storm stormy fire firefly fireball firebird phoenix ice
icecream snow snowball snowflake snowman snowwhite water waterfall ocean oceans beach island paradise earth world
universe galaxy cosmos planet mercury venus mars jupiter saturn uranus neptune apollo zeus athena hercules
achilles spartan spartans sparta gladiator warrior trojan viking pirate pirates buccaneer soldier soldiers
army marine marines navy airforce ranger sniper commando military police officer firefighter doctor nurse teacher
student students school college university highschool education teaching learning lectern classroom homework
america american usa unitedstates canada canadian mexico mexican brasil brazil argentina colombia chile peru venezuela
england english london britain ireland irish scotland scottish wales france french paris germany german berlin
deutschland spain spanish espana italy italia italian roma rome poland polska russia russian moscow ukraine turkey
turkiye istanbul galatasaray fenerbahce besiktas greece athens china chinese beijing shanghai japan japanese tokyo
korea korean seoul india indian mumbai delhi pakistan indonesia jakarta philippines pinoy manila vietnam thailand
malaysia singapore australia australian sydney melbourne newzealand africa nigeria kenya egypt israel iran
newyork newyorkcity losangeles california chicago boston texas dallas houston austin denver phoenix seattle
atlanta miami florida orlando vegas lasvegas hawaii alaska detroit cleveland pittsburgh philadelphia washington
virginia carolina georgia alabama tennessee nashville hollywood brooklyn
chocolate chocolates vanilla strawberry blueberry raspberry blackberry banana bananas orange oranges apple apples
applepie pineapple watermelon peaches peach mango lemon lemonade cherry cherries grapes coconut pumpkin cookie cookies
cookiemonster brownie cupcake cupcakes candy candies candyman candycane sugar sugarbaby cinnamon ginger pepper
peppermint salt butter buttercup buttercream cheese cheesecake cheeseburger hamburger pizza pizzapizza spaghetti
noodles chicken chickens turkey bacon sandwich potato tomato coffee coffeecup espresso cappuccino tea milk milkshake
cocacola coke pepsi sprite mountaindew redbull gatorade beer budweiser heineken corona whiskey jackdaniels vodka
tequila wine smirnoff marlboro cigarette smokeweed marijuana cannabis fourtwenty
blue bluesky bluemoon blueberry blue red green greenday yellow purple pink pinkpink pinkfloyd black blackblack
blackcat blackjack blackbird blackie white whiteboy silver golden gold goldfish diamond diamonds emerald sapphire ruby
crystal pearl platinum bronze rainbow
ferrari porsche mercedes mercedesbenz bmw audi volkswagen toyota honda nissan mazda subaru mitsubishi hyundai
chevrolet chevy corvette camaro mustang mustangs ford fordmustang dodge charger challenger jeep harley
harleydavidson yamaha kawasaki suzuki ducati lamborghini maserati bugatti jaguar cadillac lincoln tesla ducati
motorcycle motorbike truck trucker racing racecar nascar formula driver
music musica musical musician guitar guitarist piano drummer drums bassist singer rockstar rockandroll rocknroll rock
metal heavymetal metallica ironmaiden slipknot linkinpark nirvana acdc gunsnroses ledzeppelin blacksabbath beatles
thebeatles rollingstones queen bonjovi aerosmith coldplay radiohead evanescence korn tool rammstein slayer megadeth
pantera systemofadown eminem tupac biggie snoopdogg lilwayne drake rihanna beyonce shakira britney britneyspears madonna
michaeljackson elvis elvispresley prince bobmarley marley reggae hiphop jazz blues classic onedirection directioner
blackpink bts kpop twice exo bigbang army
computer computers internet online network wireless windows microsoft linux ubuntu apple macbook iphone ipad ipod
android samsung galaxy nokia motorola blackberry sony dell lenovo toshiba cisco oracle google googlegoogle gmail yahoo
hotmail facebook twitter instagram snapchat tiktok youtube whatsapp myspace linkedin amazon netflix spotify paypal ebay
bitcoin ethereum crypto dogecoin database server website webmaster developer programmer hacker hackers hacking hackme
security secure firewall virus software hardware keyboard monitor printer laptop desktop internet explorer
chrome firefox safari javascript python
money moneymoney moneymaker cashmoney dollar dollars million millionaire billionaire rich richrich business company
office boss bigboss success successful lucky luckyme luckyone luckycharm luckyseven fortune winner jackpot casino poker
blackjack gambler
fuckyou fuckyoubitch fuckoff fuckme fuckthis fucker motherfucker fuck asshole bitch bitches bullshit shit shithead
dickhead pussy bastard biteme blowme suckit stupid idiot loser dumbass whatever whatthe whatthehell whatthefuck nevermind
dontknow idontknow idontcare idk whocares whoami whoareyou itsme itsmeagain onlyme onlyyou justme justdoit doit
getout getlost goaway leavemealone gohome noway nopassword nopass none incorrect wrong correct mypass myaccount
myspace myname mylife mybaby myfamily myhouse mycomputer myself yourself yourmom yourmother yomama
awesome amazing fantastic fabulous perfect excellent incredible crazy crazygirl crazyboy funny funnyface happy happyday
happydays happyhappy happiness smile smiley smiles laughter cool coolboy coolgirl coolcool coolguy nice sweetdreams
special precious treasure trouble troublemaker danger dangerous killer killers killme killall murder destroyer
monster monsters beast savage legend legendary hero heroes genius einstein newton galileo darwin shakespeare
leonardodavinci picasso mozart beethoven napoleon caesar cleopatra alexanderthegreat
power powerful powers turbo nitro energy nuclear atomic electric electron energy rocket rockets missile bomb
dynamite explosion boom bang blast jetset airplane aircraft pilot flying flyaway skydiver skyline skyfall skyhigh
buster rocky bandit bailey buddy bubba bubbles boomer chester chewy coco cooper dexter duke duchess fluffy ginger
gizmo harley jake jasper lucky lulu maggie max maxwell midnight milo missy misty molly muffin murphy oreo oscar
patches peanut pebbles penny precious princess rascal riley romeo roscoe roxy rufus rusty sadie sammy samson sandy
sassy scout shadow shelby sierra simba smokey snickers snowball socks sophie sparky spike spot stella sugar tigger
tinker tinkerbell toby trixie tucker whiskers winston zeus ziggy zoey
asdfjkl poiuyt lkjhgf mnbvcx rewq ytrewq wasdwasd onetwothree onetwothreefour twothree abcxyz xyzxyz alphabet alpha
alphaomega bravo charlie delta echo foxtrot golf omega sigma gamma beta
correcthorsebatterystaple thequickbrownfox theonlyone theking thebest thebeast thegreat theboss themaster thelegend
nevergiveup neversaynever nolimit nolimits carpediem hakunamatata livelaughlove livelife lifeisgood lifeisbeautiful
lifegoeson lifesucks mylifesucks bemine beautifulgirl beautifullife begood believe believer believeinyourself
blinkblink bonjour buenosdias guten hallo hola holahola ciao bella ciaociao amore amoremio amor amorcito
teamo teamomucho teamoamor tequiero tequieromucho mivida miamor miamorcito corazon princesa estrella mariposa
jetaime doudou chouchou loulou coucou soleil bonheur ichliebedich schatz schatzi liebe sommer
`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
