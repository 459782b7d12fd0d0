/**
 * Given names that begin a person's name. Source: own list of names common in history, science and public life
 * as English prose spells them; names that are also common words or places (Will, Grace, Paris, Florence) are
 * left out. Reason: a whitelisted person is asked for with "who"; on any other capital nothing is asked.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `Aaron Abraham Abigail Adam Ada Adolf Agnes Alan Albert Alberto Alec Alessandro Alexander Alexandra Alexei Alfonso
Alfred Alice Allan Allen Amartya Amos Amy Ana Anders Andrea Andreas Andrei Andrew Andrey Angela Angus Ann Anna Anne
Annie Anthony Antoine Anton Antonio Archibald Aristide Arne Arnold Arthur Artur Arvid August Auguste Augustin Axel
Barbara Barack Bartolomeo Beatrice Ben Benjamin Benito Bernard Bernardo Bertha Bertrand Bill Björn Bob Boris Brian
Bruno Camille Carl Carlo Carlos Carol Caroline Caspar Catherine Cecil Cecilia César Charles Charlotte Chris
Christian Christiaan Christine Christopher Claire Clara Claude Claudia Clement Constance Cornelius Craig Cyrus Dale
Daniel Daron David Deborah Denis Dennis Diana Diego Dietrich Dmitri Dmitry Dominic Donald Donella Dorothy Douglas
Duncan Edgar Edith Edmund Edouard Eduard Édouard Edward Edwin Elinor Eleanor Elena Eli Elias Elisabeth Elise Elizabeth
Ellen Emil Émile Emily Emma Emmanuel Enrico Eric Erich Erik Ernest Ernst Erwin Esther Ethan Eugene Eugène Eva Evelyn
Felix Ferdinand Fernando Filippo Frances Francesco Francis Francisco Franco François Frank Franz Fred Frederick
Frédéric Friedrich Fritz Gabriel Galileo Garrett Gary Gaspard Geoffrey Georg George Georges Gerald Gerard Gerhard
Gertrude Gilbert Giordano Giorgio Giovanni Giulio Giuseppe Godfrey Gordon Gottfried Gottlieb Graham Greg Gregor
Gregory Grigory Guglielmo Guillaume Gustav Guy Hannah Hans Harald Harold Harriet Harry Heinrich Helen Helena Helmut
Hendrik Henri Henrietta Henrik Henry Herbert Hermann Hideki Hilary Hippolyte Horatio Howard Hugh Hugo Humphry Ian
Ibrahim Ida Ignaz Igor Immanuel Inge Ingrid Irene Irving Isaac Isabel Isabella Isaiah Ivan Jack Jacob Jacques Jakob
James Jan Jane Janet Janos János Jared Jason Jawaharlal Jean Jeanne Jeff Jeffrey Jennifer Jens Jeremy Jerome Jessica
Jim Jimmy Joan Joaquín Johan Johann Johannes John Jon Jonas Jonathan Jørgen Jörg José Josef Joseph Josephine Joshua
Josiah Juan Judith Jules Julia Julian Julius Jürgen Karen Karl Kate Katherine Kathleen Kazimierz Keith Kenneth Kevin
Klaus Konrad Konstantin Kurt Larry Lars Laura Laurence Lawrence Lech Leo León Leon Leonard Leonardo Leonhard Leonid
Leopold Leslie Lev Lewis Lidia Linus Lisa Lise Loránd Lorenzo Louis Louisa Louise Luca Lucas Lucia Lucy Ludwig Luigi
Luis Luise Lukas Luther Lynn Maarten Madeleine Magnus Mahatma Manuel Marcel Marco Marcus Margaret Margarita Maria
Marie Mario Marius Marjorie Martha Martin Mary Masaru Mathilde Matteo Matthew Matthias Maurice Max Maximilian
Melchior Michael Michel Michelangelo Miguel Mikhail Mildred Milton Miriam Mohammed Mohandas Moritz Moses Muhammad
Nancy Napoleon Narendra Nathan Nathaniel Neil Nelson Niccolò Nicholas Nicolas Nicolaus Niels Nikita Nikola Nikolai
Nikolaus Noah Noam Nora Norbert Norman Oliver Olivia Oskar Otto Pablo Paolo Patricia Patrick Paul Paula Pedro Percy
Per Peter Philip Philipp Philippe Phoebe Pierre Pieter Quentin Rachel Ralph Ramón Raphael Ray Raymond Rebecca Reinhard
René Rensis Ricardo Richard Robert Roberto Robin Roger Roland Ronald Rosalind Rosa Roy Rudolf Rudyard Rupert Russell
Ruth Salvador Sam Samuel Sandra Santiago Sarah Sean Sebastian Sergei Sergey Sheila Sidney Sigmund Silvio Simon Simone
Sofia Solomon Sophia Sophie Stanislas Stanley Stefan Stella Stephen Steve Steven Stuart Subrahmanyan Susan Svante
Sven Sylvia Søren Ted Teresa Terence Thaddeus Theodor Theodore Theresa Thomas Thorsten Thurgood Tim Timothy Toby
Tom Tomás Tony Trevor Tycho Ulrich Ursula Valerie Vannevar Vasco Vera Victor Viktor Vilfredo Vincent Vincenzo Virginia
Vinton Vladimir Volodymyr Walter Warren Wayne Wendy Werner Wilfred Wilhelm Wilhelmina Willard Willem William Wilson
Winifred Winston Wolfgang Woodrow Yitzhak Yuri Yves Octavia Augusta Adelaide Adeline Alva Ambrose Amelia Antonia Astrid Aurelia Beatrix Benedict Bessie Brigid Cassius Clarence Cornelia Cyril Daphne Davy Dolores Edna Elsie Ephraim Estelle Ethel Fanny Flora Geraldine Giacomo Giuliano Gladys Hedy Hector Henriette Hubert Humphrey Ignatius Irena Isidor Jasper Josephus Juliette Katharine Lavinia Leland Lillian Lise Lloyd Lola Louisa Mabel Malcolm Marcello Marian Minnie Muriel Naomi Nellie Olga Ottoline Pauline Perdita Philippa Phyllis Pietro Rosemary Roxana Sally Selma Susanna Tamar Vivien Wallace Wanda Wilbur Wilma Yolanda Zachary Zhou Mao Deng Xi Chiang Gamal Anwar Ismet Kemal Indira
Golda Dwight Lyndon Gerald Fidel Ernesto Hugo Evo Simón Kwame Julius Jomo Haile Leopoldo Ludvig Alois Anastas Akio
Soichiro Hideyo Kiyoshi Hayao Masayoshi Toyotomi Tokugawa Oda Paulo Getúlio Joao João Afonso Vasco Ferdinando`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
